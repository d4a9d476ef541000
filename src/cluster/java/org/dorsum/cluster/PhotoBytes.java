package org.dorsum.cluster;

import java.io.FileNotFoundException;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;
import org.dorsum.photo.UnreadablePhotoException.Reason;

/** The bytes of a file in any file system that Hadoop knows, or why there are none. */
final class PhotoBytes {
    private PhotoBytes() {}

    /** Why there are no bytes: a sentence for people. */
    static final class Missing extends Exception {
        private static final long serialVersionUID = 1L;

        Missing(String what, Reason reason) {
            super((what + "; " + reason.cure()).replaceAll("\\p{Cntrl}+", " "));
        }
    }

    /** Reads a file of at most {@code longest} bytes, which fit an array. */
    static byte[] of(String file, long longest, Configuration hadoop) throws Missing {
        try {
            Path path = new Path(file);
            FileSystem files = path.getFileSystem(hadoop);
            FileStatus status = files.getFileStatus(path);
            if (status.isDirectory()) {
                throw new Missing("a folder, not a file", Reason.IS_A_FOLDER);
            }
            if (status.getLen() > longest) {
                throw new Missing(
                        "the file has " + (status.getLen() >> 20) + " MB, the limit is " + (longest >> 20) + " MB",
                        Reason.TOO_LARGE);
            }
            byte[] bytes = new byte[(int) status.getLen()];
            try (FSDataInputStream in = files.open(path)) {
                in.readFully(0, bytes);
            }
            return bytes;
        } catch (AccessControlException e) {
            throw new Missing("reading it is not permitted", Reason.NOT_READABLE);
        } catch (FileNotFoundException e) {
            // the local file system calls a file so that it may not open
            throw String.valueOf(e.getMessage()).contains("Permission denied")
                    ? new Missing("reading it is not permitted", Reason.NOT_READABLE)
                    : new Missing("there is no such file", Reason.NO_SUCH_FILE);
        } catch (IOException | IllegalArgumentException e) {
            throw new Missing("it cannot be read (" + e.getMessage() + ")", Reason.NOT_READABLE);
        }
    }
}
