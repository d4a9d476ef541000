package org.dorsum.clinic.work;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.dorsum.assess.Assessor;
import org.dorsum.assess.Examination;
import org.dorsum.clinic.data.Ids;
import org.dorsum.clinic.photos.FileKind;
import org.dorsum.clinic.photos.Intake;
import org.dorsum.clinic.photos.RefusedUploadException;
import org.dorsum.clinic.vault.Vault;
import org.dorsum.clinic.vault.VaultKey;
import org.dorsum.compare.Comparer;
import org.dorsum.compare.Comparison;
import org.dorsum.hand.HandFinder;
import org.dorsum.photo.PhotoReader;
import org.dorsum.photo.UnreadablePhotoException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A comparison of photos that are not to be kept. They lie in a folder of their own, encrypted with a key that is nowhere but in
 * this process's memory, and go when they are forgotten, half an hour after they came, or with the process: what is then left of them on
 * the disk, if it was killed, nobody can read, and the next start deletes it. Nothing of them is in the database or the audit log.
 * Safe for use by many threads; one comparison at a time.
 */
public final class QuickLooks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QuickLooks.class);
    private static final String FOLDER = "quick";
    private static final Duration KEPT = Duration.ofMinutes(30); // to look at it, print it, and decide
    private static final int MOST = 20; // at once; each holds some tens of megabytes of disk
    private static final int MOST_PHOTOS = 6; // three shots a session

    private final Path folder;
    private final Vault vault;
    private final Intake intake;
    private final Assessor assessor;
    private final Comparer comparer;
    private final Clock clock;
    private final MemoryBudget memory;
    private final PhotoReader reader = PhotoReader.withDefaults();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "clinic-quick");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Look> looks = new ConcurrentHashMap<>();

    private QuickLooks(Path folder, Vault vault, HandFinder finder, MemoryBudget memory, Clock clock) {
        this.folder = folder;
        this.vault = vault;
        this.intake = new Intake(vault);
        this.assessor = Assessor.with(finder);
        this.comparer = Comparer.with(assessor);
        this.memory = memory;
        this.clock = clock;
    }

    /** Quick looks whose encrypted files lie in a folder of {@code data} that is emptied now. */
    static QuickLooks open(Path data, HandFinder finder, MemoryBudget memory, Clock clock) {
        Path folder = data.resolve(FOLDER);
        deleteAll(folder);
        return new QuickLooks(folder, Vault.open(folder, VaultKey.random()), finder, memory, clock);
    }

    private record Photo(String fileId, int megabytes) {}

    private record Look(
            Instant began, List<Photo> before, List<Photo> after, Map<FileKind, String> files, Progress progress) {
        Look with(Map<FileKind, String> newFiles, Progress newProgress) {
            return new Look(began, before, after, newFiles, newProgress);
        }

        List<Photo> photos() {
            return Stream.concat(before.stream(), after.stream()).toList();
        }
    }

    /**
     * Takes in photos and begins to compare them; answers the look's id.
     *
     * @throws RefusedUploadException if one of them is no photo that can be measured, or there are too many; none is kept
     */
    public String start(List<InputStream> before, List<InputStream> after) throws RefusedUploadException {
        if (before.isEmpty() || after.isEmpty() || before.size() + after.size() > MOST_PHOTOS) {
            throw new IllegalArgumentException("a quick look has 1 photo before and 1 after at least, and 6 at most");
        }
        tidy();
        List<Photo> taken = new ArrayList<>();
        try {
            for (InputStream content :
                    Stream.concat(before.stream(), after.stream()).toList()) {
                Intake.Original original = intake.original(content);
                taken.add(new Photo(original.fileId(), MemoryBudget.need(original.facts(), original.bytes())));
            }
        } catch (RefusedUploadException | RuntimeException e) {
            taken.forEach(p -> vault.delete(p.fileId()));
            throw e;
        }
        String id = Ids.random();
        looks.put(
                id,
                new Look(
                        clock.instant(),
                        taken.subList(0, before.size()),
                        taken.subList(before.size(), taken.size()),
                        Map.of(),
                        new Progress(Stage.QUEUED, 0, Optional.empty())));
        worker.execute(() -> compare(id));
        return id;
    }

    private void compare(String id) {
        Look look = looks.get(id);
        if (look == null) {
            return;
        }
        looks.computeIfPresent(id, (k, l) -> l.with(Map.of(), new Progress(Stage.RUNNING, 0, Optional.empty())));
        int needed = look.photos().stream().mapToInt(Photo::megabytes).sum();
        if (!memory.allows(needed)) {
            end(id, Map.of(), Optional.of("these photos have too many pixels together; take smaller ones"));
            return;
        }
        try {
            memory.with(needed, () -> {
                List<Examination> earlier = examine("before", look.before());
                List<Examination> later = examine("after", look.after());
                Comparison comparison = comparer.compare(earlier, later);
                Map<FileKind, String> files = new EnumMap<>(FileKind.class);
                ComparisonFiles.of(comparison, earlier, later).forEach((kind, c) -> files.put(kind, put(c.bytes())));
                end(id, files, Optional.empty());
            });
        } catch (OutOfMemoryError e) {
            end(id, Map.of(), Optional.of("there is not enough memory for these photos; take smaller ones"));
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            LOG.warn("a quick look failed", e);
            end(id, Map.of(), Optional.of("it failed unexpectedly; the server's log says more"));
        }
    }

    /** Notes the result; deletes it if the look was forgotten meanwhile. */
    private void end(String id, Map<FileKind, String> files, Optional<String> problem) {
        Progress progress = new Progress(problem.isPresent() ? Stage.FAILED : Stage.DONE, 0, problem);
        if (looks.computeIfPresent(id, (k, l) -> l.with(Map.copyOf(files), progress)) == null) {
            files.values().forEach(vault::delete);
        }
    }

    private List<Examination> examine(String part, List<Photo> photos) {
        List<Examination> examinations = new ArrayList<>();
        for (Photo photo : photos) {
            String name = photos.size() == 1 ? part : part + " " + (examinations.size() + 1);
            try {
                examinations.add(assessor.examine(reader.read(name, vault.read(photo.fileId()))));
            } catch (UnreadablePhotoException e) {
                throw new IllegalStateException("a photo that came in can be read", e);
            }
        }
        return examinations;
    }

    private String put(byte[] content) {
        try {
            return vault.put(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How far it is; empty if it was forgotten. */
    public Optional<Progress> state(String id) {
        tidy();
        return Optional.ofNullable(looks.get(id)).map(Look::progress);
    }

    /** A file of the result, as {@link Work#file} names them. */
    public Optional<byte[]> file(String id, FileKind kind) {
        return Optional.ofNullable(looks.get(id))
                .flatMap(l -> Optional.ofNullable(l.files().get(kind)))
                .map(vault::read);
    }

    /** Forgets it at once. */
    public void forget(String id) {
        Look gone = looks.remove(id);
        if (gone != null) {
            gone.photos().forEach(p -> vault.delete(p.fileId()));
            gone.files().values().forEach(vault::delete);
        }
    }

    /** Forgets what is old, and the oldest where there are many. */
    private void tidy() {
        Instant latest = clock.instant().minus(KEPT);
        List<String> oldestFirst = looks.entrySet().stream()
                .sorted(Comparator.comparing(e -> e.getValue().began()))
                .map(Map.Entry::getKey)
                .toList();
        for (int i = 0; i < oldestFirst.size(); i++) {
            Look look = looks.get(oldestFirst.get(i));
            if (look != null && (look.began().isBefore(latest) || i < oldestFirst.size() - MOST)) {
                forget(oldestFirst.get(i));
            }
        }
    }

    /** Forgets everything. */
    @Override
    public void close() {
        worker.shutdownNow();
        List.copyOf(looks.keySet()).forEach(this::forget);
        vault.close();
        deleteAll(folder);
    }

    private static void deleteAll(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
