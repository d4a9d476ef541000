package org.dorsum.skin;

/**
 * How well a photo shows the skin of a hand, estimated on the skin itself.
 *
 * @param nativePixelsPerMm resolution of the photo on the hand before it was laid out flat
 * @param noise standard deviation of log-luminance of the photo's own noise, per pixel of the photo, at least 0
 * @param sharpness share of the light's fine variation that reached the file: contrast at 0.25 mm over contrast at 1 mm
 *     (Gaussian scales), noise removed, dimensionless, at least 0; soft photos are low
 * @param glareFraction share of the dorsum hidden by reflections, 0 … 1
 * @param shadowFraction share of the dorsum in deep shadow, 0 … 1
 * @param level median relative luminance of the dorsum, 0 … 1
 * @param gradient slope of log-luminance across the dorsum, per millimetre: how one-sided the light is
 */
public record Capture(
        double nativePixelsPerMm,
        double noise,
        double sharpness,
        double glareFraction,
        double shadowFraction,
        double level,
        double gradient) {}
