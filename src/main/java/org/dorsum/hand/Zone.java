package org.dorsum.hand;

import java.util.Locale;

/** Parts of the back of the hand that are measured apart. */
public enum Zone {
    /** Back of the hand between wrist and knuckles: what the headline numbers speak of. */
    DORSUM,
    /** Over the base joint of the thumb. */
    KNUCKLE_THUMB,
    /** Over the base joint of the index finger. */
    KNUCKLE_INDEX,
    /** Over the base joint of the middle finger. */
    KNUCKLE_MIDDLE,
    /** Over the base joint of the ring finger. */
    KNUCKLE_RING,
    /** Over the base joint of the little finger. */
    KNUCKLE_LITTLE,
    /** First segment of the thumb. */
    THUMB_PROXIMAL,
    /** Last segment of the thumb. */
    THUMB_DISTAL,
    /** First segment of the index finger. */
    INDEX_PROXIMAL,
    /** Second segment of the index finger. */
    INDEX_MIDDLE,
    /** Last segment of the index finger. */
    INDEX_DISTAL,
    /** First segment of the middle finger. */
    MIDDLE_PROXIMAL,
    /** Second segment of the middle finger. */
    MIDDLE_MIDDLE,
    /** Last segment of the middle finger. */
    MIDDLE_DISTAL,
    /** First segment of the ring finger. */
    RING_PROXIMAL,
    /** Second segment of the ring finger. */
    RING_MIDDLE,
    /** Last segment of the ring finger. */
    RING_DISTAL,
    /** First segment of the little finger. */
    LITTLE_PROXIMAL,
    /** Second segment of the little finger. */
    LITTLE_MIDDLE,
    /** Last segment of the little finger. */
    LITTLE_DISTAL;

    /** The name in files: lower case, words joined by underscores. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
