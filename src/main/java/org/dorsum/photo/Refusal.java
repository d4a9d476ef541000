package org.dorsum.photo;

import org.dorsum.photo.UnreadablePhotoException.Reason;
import org.jspecify.annotations.Nullable;

/** A reason not to read a file, on its way to the place that knows the file's name. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String what;

    Refusal(Reason reason, String what) {
        this(reason, what, null);
    }

    Refusal(Reason reason, String what, @Nullable Throwable cause) {
        super(what, cause);
        this.reason = reason;
        this.what = what;
    }

    static Refusal truncated(String format) {
        return new Refusal(Reason.TRUNCATED, "the " + format + " file is cut short");
    }

    static Refusal damaged(String format, String how) {
        return new Refusal(Reason.DAMAGED, "the " + format + " file is damaged (" + how + ")");
    }

    /** The same reason with where the file ends: tells one interrupted copy from another. */
    Refusal after(int bytes) {
        return new Refusal(reason, what + " after " + bytes + " bytes", this);
    }

    Reason reason() {
        return reason;
    }

    String what() {
        return what;
    }
}
