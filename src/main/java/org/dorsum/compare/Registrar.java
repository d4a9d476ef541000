package org.dorsum.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dorsum.assess.Examination;
import org.dorsum.hand.Hand;
import org.dorsum.hand.Zone;
import org.dorsum.image.Affine;
import org.dorsum.image.Displacement;
import org.dorsum.image.Filters;
import org.dorsum.image.Mask;
import org.dorsum.image.Matching;
import org.dorsum.image.Plane;
import org.dorsum.image.Point;
import org.dorsum.image.Resampling;
import org.dorsum.skin.Band;
import org.dorsum.skin.Flattener;
import org.dorsum.skin.Skin;

/**
 * Lays the skin of a later photo onto that of an earlier one.
 *
 * <p>Starts from the two hands' own coordinates, which agree to some millimetres. Squares of skin detail (relief with
 * the shading taken out) are then looked for in the other photo by normalised cross-correlation, first coarsely within
 * 9 mm, then finely within 2.5 mm; the turn, scale and shift on which most squares agree wins ({@link ConsensusFit}). What
 * the skin is stretched beyond that by other fingers' poses is bent back where squares left out confirm it ({@link Bending}).
 * Skin that is not the same finds no agreement, and that is said.
 */
final class Registrar {
    private static final Stage COARSE = new Stage(2, new Band(0.35, 1.6), 7, 9, 5, 1.2);
    private static final Stage FINE = new Stage(4, new Band(0.2, 0.8), 5, 2.5, 5, 0.5);

    /**
     * One round of looking for squares.
     *
     * @param pixelsPerMm scale of the planes it works on
     * @param detail what of the skin it looks at
     * @param halfMm half the side of a square
     * @param reachMm how far a square may have moved
     * @param stepMm from square to square
     * @param toleranceMm within which squares agree
     */
    private record Stage(
            double pixelsPerMm, Band detail, double halfMm, double reachMm, double stepMm, double toleranceMm) {}

    /**
     * What a fit rests on.
     *
     * @param residualMm median over squares that the fit did not use of what is left of their shift
     * @param affineMm the same for turn, scale and shift alone
     */
    record Result(
            Skin after,
            Affine beforeToAfter,
            double agreement,
            int agreeing,
            double residualMm,
            double affineMm,
            boolean bent) {}

    /**
     * Squares of the earlier skin and where they lie in the later one.
     *
     * @param lost squares whose like is not on skin: they agree with nothing, where they would all agree on the nothing beside it
     */
    private record Shifts(List<ConsensusFit.Pair> pairs, int lost) {}

    private Registrar() {}

    /**
     * The later skin on the earlier one's grid.
     *
     * @return empty if no two squares agree; otherwise with the share of squares that do, 0 … 1
     */
    static Optional<Result> register(Skin before, Examination later, Hand hand, Flattener flattener) {
        Affine planeToPhoto = before.toHand().then(hand.frame().toPhoto(hand.scale()));
        double scale = before.pixelsPerMm();
        Flattener.Sketch sketched = sketch(before);
        Bending bending = null;
        double agreement = 0;
        int agreeing = 0;
        for (Stage stage : List.of(COARSE, FINE, FINE)) {
            Flattener.Sketch after = flattener.sketchOnto(before, later.photo(), hand, planeToPhoto);
            Shifts shifts = shifts(sketched, after, stage, scale);
            List<ConsensusFit.Pair> pairs = shifts.pairs();
            Optional<ConsensusFit.Fit> fit = ConsensusFit.of(pairs, stage.toleranceMm() * scale);
            if (fit.isEmpty()) {
                return Optional.empty();
            }
            Affine map = fit.get().map();
            agreeing = fit.get().agreeing().size();
            agreement = agreeing / (double) (pairs.size() + shifts.lost());
            bending = Bending.of(pairs, map, scale);
            planeToPhoto = map.then(planeToPhoto);
        }
        Bending last = Objects.requireNonNull(bending, "there are stages");
        Optional<Displacement> off = last.field().map(f -> f.over(before.width(), before.height()));
        return Optional.of(new Result(
                flattener.flattenOnto(before, later.photo(), hand, planeToPhoto, off),
                before.toPhoto().inverse().then(planeToPhoto),
                agreement,
                agreeing,
                last.residualMm(),
                last.affineMm(),
                off.isPresent()));
    }

    /** The earlier skin as the later one is sketched. */
    private static Flattener.Sketch sketch(Skin before) {
        int n = Flattener.Sketch.REDUCED;
        Plane fine = before.logLuminance();
        Plane mean = Plane.of(fine.width() / n, fine.height() / n, (x, y) -> {
            double sum = 0;
            for (int i = 0; i < n * n; i++) {
                sum += fine.at(n * x + i % n, n * y + i / n);
            }
            return sum / (n * n);
        });
        Mask usable = before.usable(Zone.DORSUM);
        return new Flattener.Sketch(
                mean, Mask.of(mean.width(), mean.height(), (x, y) -> usable.at(n * x + n / 2, n * y + n / 2)));
    }

    /**
     * Where the squares of the earlier planes lie in the later ones.
     *
     * @param scale pixels per millimetre of the result
     */
    private static Shifts shifts(Flattener.Sketch before, Flattener.Sketch after, Stage stage, double scale) {
        double shrink = stage.pixelsPerMm() / scale;
        Plane from = detail(before, stage, shrink * Flattener.Sketch.REDUCED);
        Plane in = detail(after, stage, shrink * Flattener.Sketch.REDUCED);
        Mask usable = Resampling.resize(before.usable(), from.width(), from.height());
        int half = (int) Math.rint(stage.halfMm() * stage.pixelsPerMm());
        int reach = (int) Math.rint(stage.reachMm() * stage.pixelsPerMm());
        int step = (int) Math.rint(stage.stepMm() * stage.pixelsPerMm());
        Affine back = Affine.scaling(1 / shrink);
        Plane wideFrom = padded(from, reach + half);
        Plane wideIn = padded(in, reach + half);
        Mask found = Resampling.resize(after.usable(), in.width(), in.height());
        List<ConsensusFit.Pair> pairs = new ArrayList<>();
        int lost = 0;
        for (int y = step / 2; y < from.height(); y += step) {
            for (int x = step / 2; x < from.width(); x += step) {
                if (usable.at(x, y)) {
                    Matching.Shift s = Matching.find(wideFrom, wideIn, x + reach + half, y + reach + half, half, reach);
                    if (found.contains((int) Math.rint(x + s.dx()), (int) Math.rint(y + s.dy()))) {
                        pairs.add(new ConsensusFit.Pair(
                                back.apply(new Point(x, y)), back.apply(new Point(x + s.dx(), y + s.dy()))));
                    } else {
                        lost++;
                    }
                }
            }
        }
        return new Shifts(pairs, lost);
    }

    /** Skin detail at the stage's scale: band of log-luminance over its own local strength, 0 where skin is not usable. */
    private static Plane detail(Flattener.Sketch skin, Stage stage, double shrink) {
        int width = (int) Math.max(1, Math.rint(skin.logLuminance().width() * shrink));
        int height = (int) Math.max(1, Math.rint(skin.logLuminance().height() * shrink));
        Mask usable = Resampling.resize(skin.usable(), width, height);
        Plane band = stage.detail().of(Resampling.resize(skin.logLuminance(), width, height), stage.pixelsPerMm());
        Plane strength = Filters.gaussian(band.map(v -> v * v), usable, 3 * stage.pixelsPerMm());
        Plane even = band.with(strength, (v, s) -> s > 0 ? Math.max(-3, Math.min(3, v / Math.sqrt(s))) : 0);
        return Plane.of(width, height, (x, y) -> usable.at(x, y) ? even.at(x, y) : 0);
    }

    private static Plane padded(Plane plane, int by) {
        return Plane.of(
                plane.width() + 2 * by,
                plane.height() + 2 * by,
                (x, y) -> x >= by && y >= by && x < plane.width() + by && y < plane.height() + by
                        ? plane.at(x - by, y - by)
                        : 0);
    }
}
