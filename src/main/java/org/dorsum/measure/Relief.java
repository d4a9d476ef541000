package org.dorsum.measure;

import org.dorsum.skin.Capture;

/** What a photo must be like for relief to be measured on it at all. */
final class Relief {
    /**
     * Two pixels across 0.7 mm, the finest wavelength of the roughness band: below that it is not in the file.
     */
    private static final double LEAST_PIXELS_PER_MM = 3;

    /** Half of what sharp photos of hands show (median 0.2 over hands11k): the band's fine half is gone. */
    private static final double LEAST_SHARPNESS = 0.05;

    private Relief() {}

    /** Why relief cannot be measured, if it cannot. */
    static java.util.Optional<NotMeasuredReason> obstacle(Capture capture) {
        if (capture.nativePixelsPerMm() < LEAST_PIXELS_PER_MM) {
            return java.util.Optional.of(NotMeasuredReason.RESOLUTION_TOO_LOW);
        }
        return capture.sharpness() < LEAST_SHARPNESS
                ? java.util.Optional.of(NotMeasuredReason.TOO_BLURRED)
                : java.util.Optional.empty();
    }
}
