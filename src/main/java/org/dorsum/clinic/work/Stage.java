package org.dorsum.clinic.work;

import java.util.Locale;

/** How far something in the background has come. */
public enum Stage {
    /** It waits its turn. */
    QUEUED,
    /** It is being done. */
    RUNNING,
    /** There is a result. */
    DONE,
    /** There is none; the problem says why. */
    FAILED;

    /** The name in the database and in answers. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Stage of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
