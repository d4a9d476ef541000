package org.dorsum.cli;

import java.io.IOException;

/** A result that could not be written; the message is one line for people. */
final class OutputException extends IOException {
    private static final long serialVersionUID = 1L;

    OutputException(IOException cause) {
        super("cannot write " + Errors.io(cause), cause);
    }
}
