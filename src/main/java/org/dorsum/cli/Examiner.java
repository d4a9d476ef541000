package org.dorsum.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.dorsum.assess.Assessor;
import org.dorsum.assess.Examination;
import org.dorsum.photo.Photo;
import org.dorsum.photo.PhotoReader;
import org.dorsum.photo.UnreadablePhotoException;

/** Reads photos one by one and says in one line what is wrong with those that cannot be used. */
final class Examiner {
    private final PhotoReader reader;
    private final CommonOptions common;

    Examiner(PhotoReader reader, CommonOptions common) {
        this.reader = reader;
        this.common = common;
    }

    /** A photo and what was made of it, or why there is neither. */
    record Result<T>(Optional<T> value, String problem) {}

    /** What is made of a photo; a failure of whatever kind is told and does not end the others. */
    interface Work<T> {
        T of(Photo photo);
    }

    <T> Result<T> with(Path file, Work<T> work) {
        try {
            return new Result<>(Optional.of(work.of(reader.read(file))), "");
        } catch (UnreadablePhotoException e) {
            common.problem(Errors.oneLine(e.getMessage()));
            return new Result<>(Optional.empty(), e.explanation());
        } catch (OutOfMemoryError e) {
            return failed(file, "there is not enough memory for this photo; make it smaller", e);
        } catch (RuntimeException | LinkageError | AssertionError e) {
            return failed(file, Errors.text(e), e);
        }
    }

    Result<Examination> examine(Path file, Assessor assessor) {
        return with(file, assessor::examine);
    }

    private <T> Result<T> failed(Path file, String why, Throwable e) {
        common.problem(Errors.oneLine(file + ": " + why), e);
        return new Result<>(Optional.empty(), why);
    }
}
