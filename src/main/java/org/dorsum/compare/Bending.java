package org.dorsum.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dorsum.image.Affine;
import org.dorsum.image.Point;
import org.dorsum.stats.Quantiles;

/**
 * Whether skin is stretched beyond turn, scale and shift, and how. Squares are left out in turn, a fifth at a time; a smooth field
 * through the others ({@link SmoothField}) is kept if it brings those left out nearer to where they lie.
 *
 * @param field of displacements in pixels of the earlier planes; empty if it does not help
 * @param residualMm median distance, over squares left out, between where they lie and where the fit puts them
 * @param affineMm the same without a field
 */
record Bending(Optional<SmoothField> field, double residualMm, double affineMm) {
    private static final double NEAR_MM = 1; // of the common map: further off a square was mistaken for another
    private static final int FEWEST = 30; // squares: seven square centimetres
    private static final int FOLDS = 5;
    private static final double[] STIFFNESS = {100, 1000}; // mm²: bends over one and over three centimetres
    private static final double CLEARLY = 0.9; // of the residual: less gain is chance

    static Bending of(List<ConsensusFit.Pair> pairs, Affine map, double pixelsPerMm) {
        Affine back = map.inverse();
        List<ConsensusFit.Pair> off = new ArrayList<>();
        for (ConsensusFit.Pair p : pairs) {
            Point to = back.apply(p.to());
            if (to.distanceTo(p.from()) <= NEAR_MM * pixelsPerMm) {
                off.add(new ConsensusFit.Pair(p.from(), to));
            }
        }
        double affine = Quantiles.median(off.stream()
                        .mapToDouble(p -> p.from().distanceTo(p.to()))
                        .toArray())
                / pixelsPerMm;
        double best = CLEARLY * affine;
        Optional<SmoothField> field = Optional.empty();
        if (off.size() >= FEWEST) {
            for (double stiffness : STIFFNESS) {
                double left = leftOut(off, stiffness, pixelsPerMm);
                if (left < best) {
                    best = left;
                    field = Optional.of(SmoothField.of(off, stiffness, pixelsPerMm));
                }
            }
        }
        return new Bending(field, field.isPresent() ? best : affine, affine);
    }

    private static double leftOut(List<ConsensusFit.Pair> all, double stiffness, double pixelsPerMm) {
        double[] distances = new double[all.size()];
        for (int fold = 0; fold < FOLDS; fold++) {
            List<ConsensusFit.Pair> used = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                if (i % FOLDS != fold) {
                    used.add(all.get(i));
                }
            }
            SmoothField field = SmoothField.of(used, stiffness, pixelsPerMm);
            for (int i = fold; i < all.size(); i += FOLDS) {
                ConsensusFit.Pair p = all.get(i);
                distances[i] = p.from().plus(field.at(p.from())).distanceTo(p.to()) / pixelsPerMm;
            }
        }
        return Quantiles.median(distances);
    }
}
