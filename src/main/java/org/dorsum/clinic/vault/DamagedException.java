package org.dorsum.clinic.vault;

/** What was stored was changed, cut short or exchanged, or belongs to another key. */
public final class DamagedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DamagedException(String message, Exception cause) {
        super(message, cause);
    }
}
