package org.dorsum.batch;

/** An earlier table that cannot be continued; the message is one line for people. */
public final class ResumeRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    ResumeRefusedException(String message) {
        super(message);
    }
}
