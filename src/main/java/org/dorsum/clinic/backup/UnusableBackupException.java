package org.dorsum.clinic.backup;

/** A back-up that cannot be made, or one that is none or not whole; the message says in one line why. */
public final class UnusableBackupException extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableBackupException(String message) {
        super(message);
    }

    UnusableBackupException(String message, Exception cause) {
        super(message, cause);
    }
}
