package org.dorsum.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dorsum.image.Codec;
import org.dorsum.image.RgbImage;
import org.dorsum.synth.Adornment;
import org.dorsum.synth.Conditions;
import org.dorsum.synth.HandRenderer;
import org.dorsum.synth.LineShapes;
import org.dorsum.synth.RenderedFolder;
import org.dorsum.synth.Subject;
import org.dorsum.synth.Treatment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code synth}: renders hands with known truth into a folder. Exit status 0, 1 (cannot write or read), 2 (wrong usage). */
@Command(
        name = "synth",
        mixinStandardHelpOptions = true,
        description = "Renders hands with known truth: pictures, truth/*.json, truth/*.classes.png and manifest.csv.")
public final class SynthCommand implements Callable<Integer> {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})x(\\d{1,5})");

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--seed", description = "Seed of the first hand; the others follow. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--count", description = "Number of hands. Default: ${DEFAULT-VALUE}.")
    private int count = 1;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to write into.")
    private @Nullable Path out;

    @Option(names = "--size", paramLabel = "WxH", description = "Pixels. Default: ${DEFAULT-VALUE}.")
    private String size = "1600x1200";

    @Option(names = "--pair", description = "Each hand before and after the treatment.")
    private boolean pair;

    @Option(names = "--course", paramLabel = "N", description = "Each hand in N sessions that lead to the treatment.")
    private @Nullable Integer course;

    @Option(
            names = "--treatment",
            paramLabel = "NAME=PERCENT,…",
            description = "Changes in percent: roughness, lines, spots, redness, dryness, unevenness, veins, oiliness.")
    private @Nullable String treatment;

    @Option(
            names = "--same-conditions",
            description = "All photos of a hand under the very same pose, light and camera.")
    private boolean sameConditions;

    @Option(names = "--anywhere", description = "Any surface, light, pose and camera instead of a clinic's.")
    private boolean anywhere;

    @Option(names = "--ita", paramLabel = "DEGREES", description = "Skin tone of every hand, -75 to 75.")
    private @Nullable Double ita;

    @Option(names = "--age", paramLabel = "YEARS", description = "Age of every hand, 16 to 100.")
    private @Nullable Double age;

    @Option(names = "--plain", description = "No rings, bracelets, sleeves or painted nails.")
    private boolean plain;

    @Option(names = "--palm", description = "Palms instead of backs.")
    private boolean palm;

    @Option(names = "--blur", paramLabel = "MM", description = "Out of focus by so much on the hand (0 to 5).")
    private @Nullable Double blur;

    @Option(
            names = "--backgrounds",
            paramLabel = "DIR",
            description = "With --anywhere: pictures of surfaces to use too.")
    private @Nullable Path backgrounds;

    @Option(names = "--line-shapes", paramLabel = "DIR", description = "Masks of drawn lines to lay on the skin too.")
    private @Nullable Path lineShapes;

    @Override
    public Integer call() {
        try {
            render();
            return 0;
        } catch (IllegalArgumentException e) {
            return fail(2, String.valueOf(e.getMessage()));
        } catch (IOException | java.io.UncheckedIOException e) {
            return fail(1, "cannot read or write " + e.getMessage() + "; choose a folder you may write to");
        }
    }

    private void render() throws IOException {
        Matcher m = SIZE.matcher(size);
        if (!m.matches()) {
            throw new IllegalArgumentException("--size is written as 1600x1200, not " + size);
        }
        if (count < 0) {
            throw new IllegalArgumentException("--count is 0 or more, not " + count);
        }
        if (pair && course != null) {
            throw new IllegalArgumentException("--pair and --course exclude each other; a pair is a course of 2");
        }
        if (treatment != null && !pair && course == null) {
            throw new IllegalArgumentException("--treatment needs --pair or --course N");
        }
        if (backgrounds != null && !anywhere) {
            throw new IllegalArgumentException("--backgrounds needs --anywhere: a clinic's background is white paper");
        }
        Treatment t = treatment == null ? Treatment.NONE : Treatment.parse(treatment);
        Path folder = java.util.Objects.requireNonNull(out);
        HandRenderer renderer = HandRenderer.withDefaults();
        if (lineShapes != null) {
            renderer = renderer.withLineShapes(LineShapes.read(pictures(lineShapes)));
        }
        RenderedFolder set = RenderedFolder.at(folder)
                .with(renderer)
                .withSize(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)))
                .of(this::person)
                .under(this::conditions)
                .telling(p -> say(p.toString()));
        if (anywhere) {
            set = set.anywhere(backgrounds == null ? List.of() : pictures(backgrounds));
        }
        if (course != null) {
            set.courses(seed, count, course, t, sameConditions);
        } else if (pair) {
            set.pairs(seed, count, t, sameConditions);
        } else {
            set.singles(seed, count);
        }
    }

    private Subject person(long s) {
        Subject p = Subject.random(s);
        p = ita == null ? p : p.withIta(ita);
        p = age == null ? p : p.withAge(age);
        return plain ? p.wearing(Adornment.NONE) : p;
    }

    private Conditions conditions(Conditions c) {
        Conditions d = palm ? c.palm(true) : c;
        return blur == null ? d : d.blurred(blur, 0);
    }

    private static List<RgbImage> pictures(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("no folder " + folder + "; name one that holds pictures");
        }
        List<RgbImage> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path p : files.filter(Files::isRegularFile).sorted().toList()) {
                Optional<RgbImage> picture = Codec.decode(Files.readAllBytes(p));
                picture.ifPresent(i -> all.add(i.toEightBits()));
            }
        }
        if (all.isEmpty()) {
            throw new IllegalArgumentException("no picture in " + folder + "; put JPEG or PNG files there");
        }
        return all;
    }

    private void say(String line) {
        PrintWriter w = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        w.println(line);
        w.flush();
    }

    private int fail(int status, String line) {
        PrintWriter w = java.util.Objects.requireNonNull(spec).commandLine().getErr();
        w.println("synth: " + line);
        w.flush();
        return status;
    }
}
