package org.dorsum.clinic.photos;

/** A file that does not come in. The message says in one line what is wrong and what to do. */
public final class RefusedUploadException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    RefusedUploadException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** Why, as lower-case words joined by hyphens: those of the photo reader, such as {@code too-large} or {@code heic}. */
    public String code() {
        return code;
    }
}
