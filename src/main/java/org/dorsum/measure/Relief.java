package org.dorsum.measure;

import java.util.Optional;
import java.util.OptionalDouble;
import org.dorsum.skin.Capture;

/** What a photo must be like for relief to be measured on it at all. */
final class Relief {
    /** Nearly two pixels across 0.5 mm, the finest wavelength of the roughness band: below that it is not in the file. */
    static final double LEAST_PIXELS_PER_MM = 3;

    /** A tenth of what sharp photos of hands show (median 0.6 over hands11k): the band's fine half is gone. */
    private static final double LEAST_SHARPNESS = 0.05;

    private Relief() {}

    /** Why relief cannot be measured in a zone, if it cannot. */
    static Optional<NotMeasuredReason> obstacle(SkinZone skin) {
        Capture capture = skin.skin().capture();
        if (!capture.known() || skin.grid().size() < TileGrid.FEWEST_TILES) {
            return Optional.of(NotMeasuredReason.TOO_LITTLE_SKIN);
        }
        if (capture.nativePixelsPerMm() < LEAST_PIXELS_PER_MM) {
            return Optional.of(NotMeasuredReason.RESOLUTION_TOO_LOW);
        }
        return capture.sharpness() < LEAST_SHARPNESS ? Optional.of(NotMeasuredReason.TOO_BLURRED) : Optional.empty();
    }

    /** The same, also where the hand's outline is blurred by more than {@code mostBlurMm} (σ); unknown blur is no obstacle. */
    static Optional<NotMeasuredReason> obstacle(SkinZone skin, double mostBlurMm) {
        OptionalDouble blur = skin.skin().capture().physics().outlineBlurMm();
        boolean blurred = blur.isPresent() && blur.getAsDouble() > mostBlurMm;
        return obstacle(skin).or(() -> blurred ? Optional.of(NotMeasuredReason.TOO_BLURRED) : Optional.empty());
    }

    /** The settings that change a value, for provenance. */
    static String settings() {
        return "relief from " + LEAST_PIXELS_PER_MM + " px/mm, sharpness " + LEAST_SHARPNESS;
    }
}
