package org.dorsum.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.dorsum.photo.Photo;
import org.dorsum.photo.PhotoReader;
import org.dorsum.photo.UnreadablePhotoException;

/** Reads photos one by one and says in one line what is wrong with those that cannot be used. */
final class Examiner {
    private final PhotoReader reader;
    private final CommonOptions common;
    private Optional<Ahead> ahead = Optional.empty();

    Examiner(PhotoReader reader, CommonOptions common) {
        this.reader = reader;
        this.common = common;
    }

    /** A photo that is read before somebody asks for it, or why it cannot be. */
    private record Ahead(Path file, ForkJoinTask<Reading> reading) {}

    private record Reading(Optional<Photo> photo, Optional<UnreadablePhotoException> problem) {}

    /** Begins to read a photo on another core, while the model that finds hands is loaded on this one. */
    void begin(Path file) {
        ahead = Optional.of(new Ahead(file, ForkJoinPool.commonPool().submit(() -> {
            try {
                return new Reading(Optional.of(reader.read(file)), Optional.empty());
            } catch (UnreadablePhotoException e) {
                return new Reading(Optional.empty(), Optional.of(e));
            }
        })));
    }

    private Photo read(Path file) throws UnreadablePhotoException {
        Optional<Ahead> begun = ahead.filter(a -> a.file().equals(file));
        if (begun.isEmpty()) {
            return reader.read(file);
        }
        ahead = Optional.empty();
        Reading reading = begun.get().reading().join();
        if (reading.problem().isPresent()) {
            throw reading.problem().get();
        }
        return reading.photo().orElseThrow();
    }

    /** A photo and what was made of it, or why there is neither. */
    record Result<T>(Optional<T> value, String problem) {}

    /** What is made of a photo; a failure of whatever kind is told and does not end the others. */
    interface Work<T> {
        T of(Photo photo);
    }

    <T> Result<T> with(Path file, Work<T> work) {
        return told(attempt(file, work));
    }

    /** The same for several photos beside each other on all cores; what is wrong is told in their order. */
    <T> List<Result<T>> withAll(List<Path> files, Work<T> work) {
        return files.parallelStream().map(file -> attempt(file, work)).toList().stream()
                .map(this::told)
                .toList();
    }

    /** A result, the line for the user if there is none, and the cause if that is worth showing. */
    private record Attempt<T>(Result<T> result, String line, Optional<Throwable> cause) {}

    private <T> Attempt<T> attempt(Path file, Work<T> work) {
        try {
            return new Attempt<>(new Result<>(Optional.of(work.of(read(file))), ""), "", Optional.empty());
        } catch (UnreadablePhotoException e) {
            return new Attempt<>(
                    new Result<>(Optional.empty(), e.explanation()), String.valueOf(e.getMessage()), Optional.empty());
        } catch (OutOfMemoryError e) {
            return failed(file, "there is not enough memory for this photo; make it smaller", e);
        } catch (RuntimeException | LinkageError | AssertionError e) {
            return failed(file, Errors.text(e), e);
        }
    }

    private static <T> Attempt<T> failed(Path file, String why, Throwable e) {
        return new Attempt<>(new Result<>(Optional.empty(), why), file + ": " + why, Optional.of(e));
    }

    private <T> Result<T> told(Attempt<T> attempt) {
        String line = Errors.oneLine(attempt.line());
        if (attempt.cause().isPresent()) {
            common.problem(line, attempt.cause().get());
        } else if (!line.isEmpty()) {
            common.problem(line);
        }
        return attempt.result();
    }
}
