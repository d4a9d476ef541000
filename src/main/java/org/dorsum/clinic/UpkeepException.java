package org.dorsum.clinic;

/** Why a clinic's data cannot be looked after as asked: one sentence for people. */
public final class UpkeepException extends Exception {
    private static final long serialVersionUID = 1L;

    UpkeepException(String message) {
        super(message);
    }

    UpkeepException(String message, Exception cause) {
        super(message, cause);
    }
}
