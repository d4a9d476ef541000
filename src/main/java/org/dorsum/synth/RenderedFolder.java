package org.dorsum.synth;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import org.dorsum.image.Codec;
import org.dorsum.image.RgbImage;

/**
 * Fills a folder with rendered hands: pictures in it, truth in its subfolder {@code truth}, and {@code manifest.csv}. Same
 * settings, same bytes. Immutable.
 */
public final class RenderedFolder {
    private static final String MANIFEST = "manifest.csv";

    private final Path folder;
    private final HandRenderer renderer;
    private final int width;
    private final int height;
    private final boolean clinic;
    private final List<RgbImage> surfaces;
    private final UnaryOperator<Conditions> changes;
    private final LongFunction<Subject> subjects;
    private final Consumer<Path> written;

    private RenderedFolder(
            Path folder,
            HandRenderer renderer,
            int width,
            int height,
            boolean clinic,
            List<RgbImage> surfaces,
            UnaryOperator<Conditions> changes,
            LongFunction<Subject> subjects,
            Consumer<Path> written) {
        this.folder = folder;
        this.renderer = renderer;
        this.width = width;
        this.height = height;
        this.clinic = clinic;
        this.surfaces = surfaces;
        this.changes = changes;
        this.subjects = subjects;
        this.written = written;
    }

    /** A folder of clinic pictures of 1600 × 1200 pixels of people drawn at random. */
    public static RenderedFolder at(Path folder) {
        return new RenderedFolder(
                folder, HandRenderer.withDefaults(), 1600, 1200, true, List.of(), c -> c, Subject::random, p -> {});
    }

    /** With another renderer. */
    public RenderedFolder with(HandRenderer other) {
        return new RenderedFolder(folder, other, width, height, clinic, surfaces, changes, subjects, written);
    }

    /** With pictures of another size, 64 to 8000 pixels. */
    public RenderedFolder withSize(int newWidth, int newHeight) {
        return new RenderedFolder(folder, renderer, newWidth, newHeight, clinic, surfaces, changes, subjects, written);
    }

    /** Photographed anywhere by anyone, now and then on one of these surfaces, instead of in a clinic. */
    public RenderedFolder anywhere(List<RgbImage> pictures) {
        return new RenderedFolder(
                folder, renderer, width, height, false, List.copyOf(pictures), changes, subjects, written);
    }

    /** With people made by {@code people} from their seeds. */
    public RenderedFolder of(LongFunction<Subject> people) {
        return new RenderedFolder(folder, renderer, width, height, clinic, surfaces, changes, people, written);
    }

    /** Under conditions changed by {@code change}: palm up, blurred. */
    public RenderedFolder under(UnaryOperator<Conditions> change) {
        return new RenderedFolder(folder, renderer, width, height, clinic, surfaces, change, subjects, written);
    }

    /** Telling {@code listener} of each picture when it is written. */
    public RenderedFolder telling(Consumer<Path> listener) {
        return new RenderedFolder(folder, renderer, width, height, clinic, surfaces, changes, subjects, listener);
    }

    private Conditions conditions(long seed) {
        return changes.apply(
                clinic ? Conditions.clinic(seed, width, height) : Conditions.anywhere(seed, width, height, surfaces));
    }

    /** One picture each of {@code count} people, of seeds from {@code seed} upwards. */
    public void singles(long seed, int count) throws IOException {
        checkCount(count);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Subject s = subjects.apply(seed + i);
            write(s, Treatment.NONE, conditions(seed + i), String.format(Locale.ROOT, "hand-%05d", i), 1, i, rows);
        }
        manifest(rows);
    }

    /**
     * Before and after of {@code count} people: the second picture shows the treated hand, under conditions of its own
     * unless {@code sameConditions}.
     */
    public void pairs(long seed, int count, Treatment treatment, boolean sameConditions) throws IOException {
        checkCount(count);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Subject s = subjects.apply(seed + i);
            Conditions first = conditions(seed + i);
            String stem = count == 1 ? "" : String.format(Locale.ROOT, "hand-%05d-", i);
            write(s, Treatment.NONE, first, stem + "before", 1, i, rows);
            write(s, treatment, sameConditions ? first : first.again(seed + i), stem + "after", 2, i, rows);
        }
        manifest(rows);
    }

    /** Courses of {@code sessions} sessions of {@code count} people; {@code treatment} is reached at the last one. */
    public void courses(long seed, int count, int sessions, Treatment treatment, boolean sameConditions)
            throws IOException {
        checkCount(count);
        if (sessions < 2 || sessions > 99) {
            throw new IllegalArgumentException("a course has 2 to 99 sessions, not " + sessions);
        }
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Subject s = subjects.apply(seed + i);
            Conditions first = conditions(seed + i);
            String stem = count == 1 ? "" : String.format(Locale.ROOT, "hand-%05d-", i);
            for (int k = 0; k < sessions; k++) {
                Treatment sofar = treatment.portion((double) k / (sessions - 1));
                Conditions c = k == 0 || sameConditions ? first : first.again(seed + i + 1000L * k);
                write(s, sofar, c, stem + "session-" + (k + 1), k + 1, i, rows);
            }
        }
        manifest(rows);
    }

    /** One picture under stated conditions, without manifest. */
    public void one(Subject subject, Treatment treatment, Conditions conditions, String name) throws IOException {
        write(subject, treatment, conditions, name, 1, 0, new ArrayList<>());
    }

    private void write(Subject s, Treatment t, Conditions c, String name, int session, int number, List<String> rows)
            throws IOException {
        Path truth = Files.createDirectories(folder.resolve("truth"));
        String file = name + ".jpg";
        RenderedHand hand = renderer.render(s, t, c, file);
        Files.write(truth.resolve(name + ".json"), hand.truth().json());
        Files.write(truth.resolve(name + ".classes.png"), Codec.png(hand.classes()));
        if (hand.hair().count() > 0) {
            Files.write(truth.resolve(name + ".hair.png"), Codec.png(hand.hair()));
        } else {
            Files.deleteIfExists(truth.resolve(name + ".hair.png"));
        }
        Path picture = folder.resolve(file);
        Files.write(picture, hand.jpeg());
        rows.add(file + ",subject-" + (number + 1) + "," + session + "," + (s.left() ? "left" : "right"));
        written.accept(picture);
    }

    private void manifest(List<String> rows) throws IOException {
        Files.createDirectories(folder);
        String text = "file,subject,session,hand\n" + String.join("\n", rows) + (rows.isEmpty() ? "" : "\n");
        Files.write(folder.resolve(MANIFEST), text.getBytes(StandardCharsets.UTF_8));
    }

    private static void checkCount(int count) {
        if (count < 0 || count > 99_999) {
            throw new IllegalArgumentException("a count is 0 to 99999, not " + count);
        }
    }
}
