package org.dorsum.cli;

import java.io.IOException;
import java.nio.file.Path;

/** A result that could not be written; the message is one line for people. */
final class OutputException extends IOException {
    private static final long serialVersionUID = 1L;

    OutputException(IOException cause) {
        super("cannot write " + Errors.io(cause), cause);
    }

    /** Of the file that was asked for, whatever the system says it was busy with. */
    OutputException(Path file, IOException cause) {
        super("cannot write " + file + ": " + Errors.reason(cause), cause);
    }
}
