package org.dorsum.clinic.photos;

import java.util.Locale;

/** What a stored file is to its owner. */
public enum FileKind {
    /** The photo as it came in, unchanged. */
    ORIGINAL,
    /** Upright, in sRGB, without metadata, all pixels. */
    FULL,
    /** The same, at most 1600 pixels a side. */
    SCREEN,
    /** The same, at most 320 pixels a side. */
    THUMBNAIL,
    /** What was measured, as JSON. */
    RESULT,
    /** The photo with what was found drawn on it. */
    OVERLAY,
    /** A report as a page, in English. */
    PAGE,
    /** The same in German. */
    PAGE_DE,
    /** A report as PDF, in English. */
    PDF,
    /** The same in German. */
    PDF_DE,
    /** Where the skin changed. */
    CHANGE_MAP,
    /** The earlier of two photos, cut to the back of the hand. */
    ALIGNED_BEFORE,
    /** The later of two photos, cut and turned so that it lies on the earlier. */
    ALIGNED_AFTER,
    /** Values over time, drawn. */
    CHART,
    /** A table of results. */
    TABLE;

    /** The name in the database. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
