package org.dorsum.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dorsum.photo.Finding;
import org.dorsum.photo.Finding.Severity;
import org.dorsum.skin.Capture;
import org.dorsum.skin.Skin;

/** Says what the way a photo was taken means for its numbers. */
final class CaptureFindings {
    private static final double SOFT = 0.08; // a tenth of sharp photos of hands lie below (docs/validation.md)
    private static final double BLURRED_MM = 0.306; // beyond it roughness is not measured
    private static final double BLOCKY = 2.5; // JPEG of quality 30 on hands11k: 2.3 to 5.2; as published 1.5 to 2.2
    private static final double COARSE = 5; // px/mm: below it lines under 0.4 mm are lost
    private static final double MUCH_GLARE = 0.15; // of the dorsum: the tiles left no longer stand for the zone
    private static final double MUCH_SHADOW = 0.15;
    private static final double DARK = 0.06; // relative luminance: dark skin in good light lies above
    private static final double BRIGHT = 0.75; // light skin exposed a stop too long
    private static final double ONE_SIDED = 0.02; // per mm: a factor 5 across the hand

    private CaptureFindings() {}

    /** Whether colours are absolute; nothing for a photo without colour. */
    static Optional<Finding> colour(Skin skin) {
        if (skin.grey()) {
            return Optional.empty();
        }
        return Optional.of(
                skin.colour().isPresent()
                        ? new Finding(
                                Calibration.CALIBRATED.code(),
                                Severity.INFO,
                                String.format(
                                        Locale.ROOT,
                                        "Colours are calibrated by the card's patches (%d greys, %.1f ΔE00 left).",
                                        skin.colour().get().greys(),
                                        skin.colour().get().residual()),
                                "Compare them with other calibrated photos.")
                        : new Finding(
                                Calibration.UNCALIBRATED.code(),
                                Severity.INFO,
                                "Colours are uncalibrated: the camera's own white balance and exposure are taken as they are.",
                                "Lay Dorsum's card beside the hand; without it compare colours within this photo only."));
    }

    static List<Finding> of(Capture c) {
        List<Finding> found = new ArrayList<>();
        boolean blurred = c.physics().outlineBlurMm().orElse(0) > BLURRED_MM;
        if (c.known() && (c.sharpness() < SOFT || blurred)) {
            found.add(new Finding(
                    "soft-focus",
                    Severity.WARNING,
                    blurred
                            ? String.format(
                                    Locale.ROOT,
                                    "The photo is out of focus or shaken: the narrowest line it shows is %.1f mm wide.",
                                    c.physics().narrowestLineMm(c.nativePixelsPerMm()))
                            : "The photo is soft: fine relief is missing from it.",
                    "Tap on the hand to focus, hold the camera still or use a stand, and photograph again."));
        }
        if (c.known() && c.physics().blocking() > BLOCKY) {
            found.add(new Finding(
                    "strong-compression",
                    Severity.WARNING,
                    "The blocks of JPEG compression show on the skin; they pass for relief.",
                    "Use the file as the camera stored it, or choose a better quality when saving."));
        }
        if (c.nativePixelsPerMm() < COARSE) {
            found.add(new Finding(
                    "low-resolution",
                    Severity.WARNING,
                    String.format(
                            Locale.ROOT,
                            "The photo has %.1f pixels per millimetre of skin; 8 show fine lines well.",
                            c.nativePixelsPerMm()),
                    "Go nearer, so that the hand fills the picture, or choose the camera's full resolution."));
        }
        if (c.glareFraction() > MUCH_GLARE) {
            found.add(new Finding(
                    "glare",
                    Severity.WARNING,
                    String.format(
                            Locale.ROOT,
                            "%.0f %% of the back of the hand is hidden by glare.",
                            100 * c.glareFraction()),
                    "Use soft light from the side, no flash, and dry the skin of cream or oil."));
        }
        if (c.shadowFraction() > MUCH_SHADOW) {
            found.add(new Finding(
                    "deep-shadow",
                    Severity.WARNING,
                    String.format(
                            Locale.ROOT,
                            "%.0f %% of the back of the hand lies in deep shadow.",
                            100 * c.shadowFraction()),
                    "Turn the hand towards the light or add a second light."));
        }
        if (c.known() && c.level() < DARK) {
            found.add(new Finding(
                    "under-exposed",
                    Severity.WARNING,
                    "The hand is dark in this photo; noise hides fine detail.",
                    "Add light or raise the exposure."));
        }
        if (c.level() > BRIGHT) {
            found.add(new Finding(
                    "over-exposed",
                    Severity.WARNING,
                    "The hand is almost white in this photo; detail and colour are lost.",
                    "Lower the exposure or the light."));
        }
        if (Math.hypot(c.gradientX(), c.gradientY()) > ONE_SIDED) {
            found.add(new Finding(
                    "one-sided-light",
                    Severity.INFO,
                    "The light falls off strongly across the hand.",
                    "Use the same, even light in every session; relief depends on how the light falls."));
        }
        return found;
    }
}
