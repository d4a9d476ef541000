package org.dorsum.hand;

/** A model folder that cannot be used; the message is one line that names the file and the cure. */
public final class UnusableModelException extends Exception {
    private static final long serialVersionUID = 1;

    UnusableModelException(String message) {
        super(message);
    }

    UnusableModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
