package org.dorsum.measure;

import org.dorsum.image.Filters;
import org.dorsum.image.Mask;
import org.dorsum.image.Morphology;
import org.dorsum.image.Plane;

/**
 * Patches of skin clearly darker than their surroundings, with a rim: spots, moles, the deepest shadows of folds. Relief is
 * not read there, since the rim of a spot is as steep as a furrow.
 *
 * <p>A patch is where relief light (blurred with σ 0.3 mm) lies 0.12 below the mean of the usable skin around it (σ 4 mm),
 * cleaned of what is narrower than 0.8 mm, so that furrows stay; and holes in the usable skin, which the darkest spots are.
 * Darkness decides and not colour: the colour of melanin depends on how dark the skin is, and the fixed direction of {@link
 * org.dorsum.colour.SkinPigment} missed spots on brown skin (docs/validation.md). Spots fainter than 11 % stay in.
 */
final class DarkPatches {
    private static final double DARKER = 0.12; // of log-light: 11 %, what Spots calls a spot
    private static final double SMOOTHING_MM = 0.3; // σ: as the finer scale of the roughness band
    private static final double SURROUNDINGS_MM = 4; // σ: beyond most spots, as in Spots
    private static final double NARROW_MM = 0.4; // half the diameter of the smallest spot
    static final double HOLE_MM = 4; // half the width of the widest hole that is a spot and not the zone's edge
    private static final double RIM_MM = 0.8; // how far a soft edge reaches

    private final Mask usable;
    private final Mask whole;
    private final Mask dark;
    private final double pixelsPerMm;

    private DarkPatches(Mask usable, Mask whole, Mask dark, double pixelsPerMm) {
        this.usable = usable;
        this.whole = whole;
        this.dark = dark;
        this.pixelsPerMm = pixelsPerMm;
    }

    /** The settings that change a value, for provenance. */
    static String settings() {
        return "dark patches " + DARKER + " " + SMOOTHING_MM + " " + SURROUNDINGS_MM + " " + NARROW_MM + " " + HOLE_MM
                + " " + RIM_MM;
    }

    /**
     * The patches on usable skin seen in relief light.
     *
     * @param whole the usable skin with holes of {@link #HOLE_MM} closed
     */
    static DarkPatches on(Plane light, Mask usable, Mask whole, double pixelsPerMm) {
        return new DarkPatches(usable, whole, dark(light, usable, whole, pixelsPerMm), pixelsPerMm);
    }

    /** The patches and the holes in the usable skin, with their rims, also outside the usable skin where they touch it. */
    static Mask of(Plane light, Mask usable, double pixelsPerMm) {
        return on(light, usable, Morphology.close(usable, HOLE_MM * pixelsPerMm), pixelsPerMm)
                .withHoles();
    }

    /** The patches and the holes in the usable skin, with their rims, also outside the usable skin where they touch it. */
    Mask withHoles() {
        return rimmed(dark.or(whole.minus(usable)));
    }

    /** The patches alone with their rims: for a measure that fills holes from their sides. */
    Mask withoutHoles() {
        return rimmed(dark);
    }

    private static Mask dark(Plane light, Mask usable, Mask whole, double pixelsPerMm) {
        Plane darker = Filters.wideGaussian(light, usable, SURROUNDINGS_MM * pixelsPerMm)
                .minus(Filters.gaussian(light, SMOOTHING_MM * pixelsPerMm));
        return Morphology.open(darker.above(DARKER).and(whole), NARROW_MM * pixelsPerMm);
    }

    private Mask rimmed(Mask patches) {
        return patches.count() == 0
                ? patches
                : Morphology.dilate(patches, RIM_MM * pixelsPerMm).and(whole);
    }
}
