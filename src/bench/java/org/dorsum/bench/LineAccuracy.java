package org.dorsum.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.dorsum.hand.HandFinder;
import org.dorsum.hand.ScaleHint;
import org.dorsum.hand.Zone;
import org.dorsum.image.Affine;
import org.dorsum.image.Mask;
import org.dorsum.image.Morphology;
import org.dorsum.image.Point;
import org.dorsum.image.Resampling;
import org.dorsum.measure.FineLines;
import org.dorsum.measure.LineKind;
import org.dorsum.measure.Mark;
import org.dorsum.measure.Measurement;
import org.dorsum.measure.Metric;
import org.dorsum.measure.Outcome;
import org.dorsum.photo.UnreadablePhotoException;
import org.dorsum.skin.Flattener;
import org.dorsum.skin.Skin;
import org.dorsum.stats.Quantiles;
import org.dorsum.synth.Adornment;
import org.dorsum.synth.Conditions;
import org.dorsum.synth.Subject;

/**
 * Lines found on rendered hands against their truth: twenty hands of 30 to 78 years, three of four with hair, at eight
 * numbers of lines, each in a new photo at the truth's scale. Prints the rank correlation of true length per area with line
 * density, the median curve, precision and recall within 0.3 mm of lines that are no furrows (with all true lines, and
 * without those narrower than the photo can show by its own account), the rank correlations of width and contrast, and the
 * share of hair pixels off true lines that found lines cover.
 *
 * <p>Arguments: a folder that keeps rendered photos; width and height of the photos (2000 1500: 10 pixels a millimetre, so
 * that the laid-out skin of 8 is resolved); how many of the eight levels each hand is shown at (8).
 */
public final class LineAccuracy {
    private static final int HANDS = 20;
    private static final double[] LEVELS = {0.3, 0.5, 0.75, 1, 1.3, 1.7, 2.2, 2.8};
    private static final int[] ORDER = {1, 6, 3, 5, 0, 7, 2, 4}; // so that the first few levels are far apart
    private static final double NEAR_MM = 0.3;
    private static final double ON_MM = 0.19; // a pixel and a half of the laid-out skin

    private final HandFinder finder = Hands11k.finder();
    private final double[][] truths = new double[HANDS][LEVELS.length];
    private final double[][] found = new double[HANDS][LEVELS.length];
    private final Tally all = new Tally();
    private final Tally resolved = new Tally();
    private final LineMatches matches = new LineMatches(NEAR_MM);
    private long hairPixels;
    private long hairCounted;

    /** Points of found and of true lines. */
    private static final class Tally {
        double right;
        double wrong;
        double missed;
        double hit;

        void print(String what) {
            double precision = right / (right + wrong);
            double recall = hit / (hit + missed);
            System.out.printf(
                    Locale.ROOT,
                    "%s: precision %.2f recall %.2f F1 %.3f%n",
                    what,
                    precision,
                    recall,
                    2 * precision * recall / (precision + recall));
        }
    }

    private LineAccuracy() {
        for (int hand = 0; hand < HANDS; hand++) {
            Arrays.fill(truths[hand], Double.NaN);
            Arrays.fill(found[hand], Double.NaN);
        }
    }

    /** Renders, measures and prints. */
    public static void main(String[] args) throws IOException, UnreadablePhotoException {
        Path folder = Path.of(args[0]);
        int width = args.length > 2 ? Integer.parseInt(args[1]) : 2000;
        int height = args.length > 2 ? Integer.parseInt(args[2]) : 1500;
        int levels = args.length > 3 ? Integer.parseInt(args[3]) : LEVELS.length;
        LineAccuracy bench = new LineAccuracy();
        for (int pass = 0; pass < levels; pass++) {
            for (int hand = 0; hand < HANDS; hand++) {
                bench.one(hand, ORDER[(pass + 2 * hand) % ORDER.length], folder, width, height);
            }
        }
        bench.print();
    }

    private static Subject subject(int hand, int level) {
        Subject s = Subject.random(900 + hand);
        double hair = new double[] {0, 4, 10, 8}[hand % 4];
        double shade = hand % 4 == 3 ? 0.4 + 0.03 * hand : 0.1;
        return new Subject(
                900 + hand,
                s.left(),
                s.ita(),
                s.blood(),
                30 + 2.5 * hand,
                s.roughness(),
                LEVELS[level],
                s.spots(),
                0,
                s.dryness(),
                s.veins(),
                hair,
                shade,
                s.oiliness(),
                s.scars(),
                Adornment.NONE);
    }

    private void one(int hand, int level, Path folder, int width, int height)
            throws IOException, UnreadablePhotoException {
        RenderedLines rendered = RenderedLines.of(
                folder,
                String.format(Locale.ROOT, "r%02d_%d", hand, level),
                subject(hand, level),
                Conditions.clinic(7000 + 31L * hand + level, width, height));
        ScaleHint scale = ScaleHint.none().withPixelsPerMm(rendered.pixelsPerMm());
        Optional<Skin> laid = finder.find(rendered.photo(), scale) instanceof HandFinder.Outcome.Found f
                ? Flattener.withDefaults().flatten(rendered.photo(), f.hand())
                : Optional.empty();
        laid.ifPresent(skin -> compare(skin, rendered, hand, level));
    }

    private void compare(Skin skin, RenderedLines rendered, int hand, int level) {
        Affine toSkin = skin.toPhoto().inverse();
        Mask usable = skin.usable(Zone.DORSUM);
        double narrowest =
                skin.capture().physics().narrowestLineMm(skin.capture().nativePixelsPerMm());
        List<Point> truth = new ArrayList<>();
        List<Point> unresolved = new ArrayList<>();
        for (RenderedLines.Line line : rendered.lines()) {
            List<Point> points = points(line.path(), toSkin, usable);
            truth.addAll(points);
            if (line.widthMm() < narrowest) {
                unresolved.addAll(points);
            }
        }
        FineLines.Result result = FineLines.withDefaults().measure(skin, Zone.DORSUM);
        List<Point> lines = new ArrayList<>();
        for (Mark.Line line : result.lines()) {
            if (line.kind() != LineKind.FURROW) {
                List<Point> points = points(line.path(), toSkin, usable);
                lines.addAll(points);
                matches.add(line, points, rendered.lines(), toSkin, skin.pixelsPerMm());
            }
        }
        Mask nearTruth = near(truth, NEAR_MM, skin);
        Mask nearLines = near(lines, NEAR_MM, skin);
        Mask nearUnresolved = near(unresolved, NEAR_MM, skin);
        Mask onLines = near(lines, ON_MM, skin).minus(nearTruth);
        for (Point p : lines) {
            count(all, at(nearTruth, p), true);
            if (!at(nearUnresolved, p)) {
                count(resolved, at(nearTruth, p), true);
            }
        }
        for (Point p : truth) {
            count(all, at(nearLines, p), false);
            if (!at(nearUnresolved, p)) {
                count(resolved, at(nearLines, p), false);
            }
        }
        Mask hair = Resampling.warp(rendered.hair(), skin.toPhoto(), skin.width(), skin.height())
                .and(usable)
                .minus(nearTruth);
        hairPixels += hair.count();
        hairCounted += hair.and(onLines).count();
        truths[hand][level] = 100 * truth.size() * 0.5 / skin.pixelsPerMm() / (usable.count() / 64.0);
        for (Measurement m : result.measurements()) {
            if (m.metric() == Metric.LINE_DENSITY_MM_PER_CM2 && m.outcome() instanceof Outcome.Measured value) {
                found[hand][level] = value.value();
            }
        }
        System.out.printf(
                Locale.ROOT,
                "hand %d level %.2f: true %.1f found %.1f mm/cm2%n",
                hand,
                LEVELS[level],
                truths[hand][level],
                found[hand][level]);
    }

    private static void count(Tally t, boolean good, boolean found) {
        if (found) {
            t.right += good ? 1 : 0;
            t.wrong += good ? 0 : 1;
        } else {
            t.hit += good ? 1 : 0;
            t.missed += good ? 0 : 1;
        }
    }

    /** Points half a pixel apart along a path of the photo, those on usable skin. */
    private static List<Point> points(List<Point> path, Affine toSkin, Mask usable) {
        List<Point> points = new ArrayList<>();
        for (int i = 1; i < path.size(); i++) {
            Point a = toSkin.apply(path.get(i - 1));
            Point b = toSkin.apply(path.get(i));
            int n = Math.max(1, (int) Math.rint(2 * a.distanceTo(b)));
            for (int j = 0; j < n; j++) {
                Point p = a.plus(b.plus(a.times(-1)).times((j + 0.5) / n));
                if (at(usable, p)) {
                    points.add(p);
                }
            }
        }
        return points;
    }

    private static boolean at(Mask mask, Point p) {
        int x = (int) Math.rint(p.x());
        int y = (int) Math.rint(p.y());
        return x >= 0 && y >= 0 && x < mask.width() && y < mask.height() && mask.at(x, y);
    }

    private static Mask near(List<Point> points, double mm, Skin skin) {
        boolean[] on = new boolean[skin.width() * skin.height()];
        for (Point p : points) {
            on[(int) Math.rint(p.y()) * skin.width() + (int) Math.rint(p.x())] = true;
        }
        Mask mask = Mask.of(skin.width(), skin.height(), (x, y) -> on[y * skin.width() + x]);
        return Morphology.dilate(mask, mm * skin.pixelsPerMm());
    }

    private void print() {
        List<double[]> pairs = new ArrayList<>();
        List<Double> perHand = new ArrayList<>();
        for (int hand = 0; hand < HANDS; hand++) {
            List<double[]> own = new ArrayList<>();
            for (int level = 0; level < LEVELS.length; level++) {
                if (truths[hand][level] >= 0 && found[hand][level] >= 0) {
                    own.add(new double[] {truths[hand][level], found[hand][level]});
                }
            }
            pairs.addAll(own);
            if (own.size() > 2) {
                perHand.add(rank(own));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d photos; Spearman pooled %.2f, within a hand median %.2f, lowest %.2f%n",
                pairs.size(),
                rank(pairs),
                Quantiles.median(perHand.stream().mapToDouble(d -> d).toArray()),
                perHand.stream().mapToDouble(d -> d).min().orElse(Double.NaN));
        for (int level = 0; level < LEVELS.length; level++) {
            System.out.printf(Locale.ROOT, "  %.1f → %.1f%n", median(truths, level), median(found, level));
        }
        all.print("all true lines");
        resolved.print("those the photo can show by its narrowest line");
        System.out.printf(Locale.ROOT, "hair counted as line %.3f%n", (double) hairCounted / hairPixels);
        matches.print();
    }

    private static double median(double[][] values, int level) {
        return Quantiles.median(Arrays.stream(values)
                .mapToDouble(v -> v[level])
                .filter(v -> !Double.isNaN(v))
                .toArray());
    }

    static double rank(List<double[]> pairs) {
        return new SpearmansCorrelation()
                .correlation(
                        pairs.stream().mapToDouble(p -> p[0]).toArray(),
                        pairs.stream().mapToDouble(p -> p[1]).toArray());
    }
}
