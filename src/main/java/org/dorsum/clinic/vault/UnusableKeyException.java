package org.dorsum.clinic.vault;

/** A key that cannot be used, or must not be; the message says in one line why, and nothing of the key. */
public final class UnusableKeyException extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableKeyException(String message) {
        super(message);
    }

    UnusableKeyException(String message, Exception cause) {
        super(message, cause);
    }
}
