package org.dorsum.clinic.work;

import java.util.Locale;

/** What there is to do. */
enum JobKind {
    LOOK,
    MEASURE,
    COMPARE,
    COURSE;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** First looks do not wait behind measuring. */
    Lane lane() {
        return this == LOOK ? Lane.LOOK : Lane.MEASURE;
    }

    static JobKind of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    /** Queues beside each other, each with a thread of its own. */
    enum Lane {
        LOOK,
        MEASURE;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
