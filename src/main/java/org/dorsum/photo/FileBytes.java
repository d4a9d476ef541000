package org.dorsum.photo;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.dorsum.photo.UnreadablePhotoException.Reason;

/** The bytes of an ordinary file, or why there are none. */
final class FileBytes {
    private FileBytes() {}

    /** Reads at most {@code most} bytes; pipes and devices are never opened, since they may never end. */
    static byte[] read(Path path, long most) throws Refusal {
        try {
            BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
            if (file.isDirectory()) {
                throw new Refusal(Reason.IS_A_FOLDER, "a folder, not a file");
            }
            if (!file.isRegularFile()) {
                throw new Refusal(Reason.NOT_A_FILE, "a pipe or device, not a file");
            }
            if (file.size() > most) {
                throw new Refusal(
                        Reason.TOO_LARGE,
                        "the file has " + (file.size() >> 20) + " MB, the limit is " + (most >> 20) + " MB");
            }
            return Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            throw new Refusal(Reason.NO_SUCH_FILE, "there is no such file", e);
        } catch (AccessDeniedException e) {
            throw new Refusal(Reason.NOT_READABLE, "reading it is not permitted", e);
        } catch (IOException e) {
            throw new Refusal(Reason.NOT_READABLE, "it cannot be read (" + e.getMessage() + ")", e);
        }
    }
}
