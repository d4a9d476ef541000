package org.dorsum.clinic;

/** The web app cannot be started like that; the message says why and what to do. */
public final class CannotStartException extends Exception {
    private static final long serialVersionUID = 1;

    CannotStartException(String message) {
        super(message);
    }

    CannotStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
