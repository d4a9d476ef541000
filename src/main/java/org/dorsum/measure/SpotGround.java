package org.dorsum.measure;

import org.dorsum.image.FloatSelection;
import org.dorsum.image.Mask;
import org.dorsum.image.Morphology;
import org.dorsum.image.Plane;
import org.dorsum.image.Squares;
import org.dorsum.skin.Skin;

/**
 * What spots are looked for on: density of the skin less that of its surroundings, at three resolutions; and which skin is plain,
 * that is, has nothing dark on it. Where hair hides the skin, density is filled in from its sides.
 *
 * <p>Surroundings are a Gaussian mean over plain skin. What is plain follows from the surroundings and they from it: they begin
 * with the lighter half of the skin around each place, and three rounds settle it.
 */
final class SpotGround {
    static final int HALF = 2;
    static final int QUARTER = 4;
    private static final double SURROUNDINGS_MM =
            5; // σ: wider than all but the largest spots, narrower than light's fall
    private static final double HAIR_MM = 0.25; // σ of what is filled in, as Hair does
    private static final double LOOK_MM = 0.7; // σ at which dark patches are looked for in order to leave them out
    private static final double DARK = 2.5; // standard deviations: one pixel in a hundred of plain skin is left out too
    private static final double RIM_MM = 0.5; // how far a patch's edge reaches
    private static final double LEAST_PLAIN = 0.3; // of the skin: with less left, everything counts as plain again
    private static final int ROUNDS = 3;
    private static final double BLUE_ENOUGH = 0.12; // of full light: below it a quarter and more comes from the surface

    private final double[] direction;
    private final boolean tellsBrown;
    private final Level full;
    private final Level half;
    private final Level quarter;

    /**
     * One resolution.
     *
     * @param densities above the surroundings
     * @param usable bare skin
     * @param plain usable skin without dark patches
     * @param pixelsPerMm scale
     */
    record Level(Densities densities, Mask usable, Mask plain, double pixelsPerMm) {}

    private SpotGround(double[] direction, boolean tellsBrown, Level full, Level half, Level quarter) {
        this.direction = direction;
        this.tellsBrown = tellsBrown;
        this.full = full;
        this.half = half;
        this.quarter = quarter;
    }

    static String settings() {
        return SURROUNDINGS_MM + " " + LOOK_MM + " " + DARK + " " + RIM_MM + " " + LEAST_PLAIN + " " + ROUNDS;
    }

    static SpotGround of(Skin skin, Densities ofSkin, Mask usable, Mask hair) {
        double scale = skin.pixelsPerMm();
        double blue = median(skin.light().blue(), usable);
        double[] direction = PigmentFilter.direction(
                median(skin.light().red(), usable), median(skin.light().green(), usable), blue);
        Densities raw = ofSkin;
        if (hair.count() > 0) {
            raw = raw.replaced(hair, raw.blurred(hair.not(), HAIR_MM * scale));
        }
        Squares quarters = Squares.of(usable, QUARTER);
        Densities coarse = raw.reduced(quarters);
        Mask coarseUsable = quarters.half();
        double coarseScale = scale / QUARTER;
        Mask plain = coarseUsable;
        Densities surroundings = coarse.blurred(plain, SURROUNDINGS_MM * coarseScale);
        // Where spots lie close they draw their own surroundings along, and the skin between looks bright: the lighter
        // half does not.
        Mask darker = coarse.minus(surroundings).weighted(direction).above(0);
        surroundings = coarse.blurred(coarseUsable.minus(darker), SURROUNDINGS_MM * coarseScale);
        for (int i = 1; i < ROUNDS; i++) {
            plain = plain(coarse.minus(surroundings), coarseUsable, plain, direction, coarseScale);
            surroundings = coarse.blurred(plain, SURROUNDINGS_MM * coarseScale);
        }
        Densities fine = raw.minus(surroundings.enlarged(QUARTER, skin.width(), skin.height()));
        Mask finePlain = usable.and(Squares.enlarged(plain, QUARTER, skin.width(), skin.height()));
        Squares halves = Squares.of(usable, HALF);
        return new SpotGround(
                direction,
                blue >= BLUE_ENOUGH,
                new Level(fine, usable, finePlain, scale),
                new Level(
                        fine.reduced(halves),
                        halves.half(),
                        Squares.of(finePlain, HALF).half(),
                        scale / HALF),
                new Level(coarse.minus(surroundings), coarseUsable, plain, coarseScale));
    }

    private static Mask plain(Densities above, Mask usable, Mask before, double[] direction, double scale) {
        Densities smooth = above.blurred(usable, LOOK_MM * scale);
        PigmentFilter filter = PigmentFilter.of(smooth, before, direction);
        Mask dark = filter.amount(smooth).above(DARK * filter.noise()).and(usable);
        Mask plain = usable.minus(Morphology.dilate(dark, RIM_MM * scale));
        return plain.count() >= LEAST_PLAIN * usable.count() ? plain : usable;
    }

    private static double median(Plane plane, Mask mask) {
        float[] values = plane.on(mask);
        return FloatSelection.median(values, values.length);
    }

    /** Direction of melanin on this skin. */
    double[] direction() {
        return direction;
    }

    /** Whether so much blue light comes back that melanin can be told from shadow by its colour. */
    boolean tellsBrown() {
        return tellsBrown;
    }

    /** The skin at its own scale. */
    Level full() {
        return full;
    }

    /** At half of it. */
    Level half() {
        return half;
    }

    /** At a quarter of it. */
    Level quarter() {
        return quarter;
    }
}
