package org.dorsum.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.dorsum.assess.Assessor;
import org.dorsum.assess.Examination;
import org.dorsum.colour.Srgb;
import org.dorsum.compare.Change;
import org.dorsum.compare.Comparer;
import org.dorsum.compare.Comparison;
import org.dorsum.hand.Hand;
import org.dorsum.image.Affine;
import org.dorsum.image.Codec;
import org.dorsum.image.Filters;
import org.dorsum.image.Mask;
import org.dorsum.image.Morphology;
import org.dorsum.image.Plane;
import org.dorsum.image.Polygon;
import org.dorsum.image.Regions;
import org.dorsum.image.RgbImage;
import org.dorsum.measure.Metric;
import org.dorsum.photo.Photo;
import org.dorsum.photo.PhotoReader;
import org.dorsum.photo.UnreadablePhotoException;
import org.dorsum.stats.Quantiles;

/**
 * Real skin with a known change: of every hand of the 11K Hands set that was photographed twice the second photo is treated in
 * pixels, relief between wavelengths of 0.3 and 2 mm of log-light on the back of the hand and the melanin of spots that either photo shows by
 * 10, 20 and 40 percent, and compared with the first. What the treatment did is also told without what photographing again does: the change against
 * that of the same pair untreated.
 *
 * <p>Argument: how many pairs, and {@code raw} for every change however unsure.
 */
public final class TreatedPhotos {
    private static final double[] STRENGTHS = {0, 0.1, 0.2, 0.4};
    private static final int FLATTENING = 6;
    private static final double FLAT_SIGMA = 0.335; // of the wavelength: (1 − g)⁶ is a half there, g = exp(−2π²σ²/λ²)
    private static final double SOFT_MM = 0.3; // how softly a spot's treatment ends

    private TreatedPhotos() {}

    /** Prints a line a comparison and the errors. */
    public static void main(String[] args) throws IOException, UnreadablePhotoException {
        int most = args.length > 0 ? Integer.parseInt(args[0]) : Integer.MAX_VALUE;
        boolean raw = args.length > 1;
        Assessor assessor = Assessor.with(Hands11k.finder());
        Comparer comparer = Comparer.with(assessor);
        if (raw) {
            comparer = comparer.withRepeatability(PairRatios.anyChange());
        }
        Map<String, List<double[]>> errors = new TreeMap<>();
        int pairs = 0;
        for (List<Path> photos : Hands11k.backsByHand().values()) {
            if (photos.size() < 2 || pairs++ >= most) {
                continue;
            }
            Examination first = assessor.survey(PhotoReader.withDefaults().read(photos.get(0)));
            Photo second = PhotoReader.withDefaults().read(photos.get(1));
            Map<Metric, Double> untreated = new TreeMap<>();
            Hand hand = null;
            List<Polygon> spots = List.of();
            for (double strength : STRENGTHS) {
                RgbImage pixels = hand == null ? second.pixels() : treat(second.pixels(), hand, spots, strength);
                Examination later =
                        assessor.survey(PhotoReader.withDefaults().read("treated.jpg", Codec.jpeg(pixels, 97)));
                Comparison c = comparer.compare(List.of(first), List.of(later));
                System.out.printf(
                        Locale.ROOT,
                        "%s %.0f %% %s%s%n",
                        second.name(),
                        100 * strength,
                        c.comparability().verdict().label(),
                        PairRatios.line(c));
                if (c.registration().isEmpty()) {
                    break;
                }
                if (hand == null) {
                    Affine onto = c.registration().get().beforeToAfter();
                    hand = later.assessment().hand().orElseThrow();
                    spots = c.map().spots().stream()
                            .map(spot -> spot.outline().through(onto))
                            .toList();
                    untreated.putAll(PairRatios.of(c));
                }
                note(c, strength, untreated, errors);
            }
        }
        errors.forEach(TreatedPhotos::row);
    }

    private static void note(
            Comparison c, double strength, Map<Metric, Double> untreated, Map<String, List<double[]>> errors) {
        for (Change change : c.changes()) {
            if (change.outcome() instanceof Change.Outcome.Compared v && concerned(change.metric())) {
                String name =
                        String.format(Locale.ROOT, "%s %.0f %%", change.metric().label(), 100 * strength);
                errors.computeIfAbsent(name, k -> new ArrayList<>()).add(new double[] {
                    v.changePercent() + 100 * strength,
                    v.lowPercent() <= -100 * strength && -100 * strength <= v.highPercent() ? 1 : 0,
                    v.verdict() == Change.Verdict.IMPROVED ? 1 : 0
                });
                Double chance = untreated.get(change.metric());
                if (chance != null && strength > 0) {
                    double change0 = 100 * Math.expm1(Math.log1p(v.changePercent() / 100) - chance);
                    errors.computeIfAbsent(name + " against the same pair untreated", k -> new ArrayList<>())
                            .add(new double[] {change0 + 100 * strength});
                }
            }
        }
    }

    private static boolean concerned(Metric metric) {
        return List.of(
                        Metric.ROUGHNESS_INDEX,
                        Metric.RELIEF_1MM_PERCENT,
                        Metric.RELIEF_2MM_PERCENT,
                        Metric.LINE_CONTRAST_PERCENT,
                        Metric.LINE_DENSITY_MM_PER_CM2,
                        Metric.SPOT_LOAD)
                .contains(metric);
    }

    private static void row(String name, List<double[]> list) {
        double[] error = list.stream().mapToDouble(v -> v[0]).toArray();
        System.out.printf(
                Locale.ROOT,
                "%s: %d given, median |error| %.1f, bias %.1f",
                name,
                list.size(),
                Quantiles.median(java.util.Arrays.stream(error).map(Math::abs).toArray()),
                Quantiles.median(error));
        System.out.printf(
                Locale.ROOT,
                list.get(0).length < 2 ? "%n" : ", covered %.0f %%, improved %.0f %%%n",
                mean(list, 1),
                mean(list, 2));
    }

    private static double mean(List<double[]> list, int column) {
        return 100
                * list.stream()
                        .mapToDouble(v -> column < v.length ? v[column] : 0)
                        .average()
                        .orElse(0);
    }

    /** Relief between 0.3 and 2 mm weaker by {@code strength}, spots within the outlines paler by as much. */
    private static RgbImage treat(RgbImage photo, Hand hand, List<Polygon> outlines, double strength) {
        double scale = hand.scale().pixelsPerMm();
        int width = photo.width();
        int height = photo.height();
        Mask dorsum = Regions.inside(hand.dorsum(), width, height);
        Plane weight = Filters.gaussian(Plane.of(width, height, (x, y) -> dorsum.at(x, y) ? 1 : 0), scale);
        Mask spots = Mask.none(width, height);
        for (Polygon outline : outlines) {
            spots = spots.or(Regions.inside(outline, width, height));
        }
        Mask wide = Morphology.dilate(spots, SOFT_MM * scale);
        Plane spotted = Filters.gaussian(Plane.of(width, height, (x, y) -> wide.at(x, y) ? 1 : 0), SOFT_MM * scale);
        Plane[] log = new Plane[3];
        Plane[] ground = new Plane[3];
        for (int c = 0; c < 3; c++) {
            int channel = c;
            log[c] = Plane.of(width, height, (x, y) ->
                    (float) Math.log(Math.max(1e-4, Srgb.toLinear(photo.sample(x, y, channel)))));
            ground[c] = Filters.gaussian(log[c], wide.not(), 3 * scale);
        }
        Plane light = Plane.of(width, height, (x, y) ->
                (float) (0.2126 * log[0].at(x, y) + 0.7152 * log[1].at(x, y) + 0.0722 * log[2].at(x, y)));
        Plane band = coarser(light, 0.3 * scale).minus(coarser(light, 2 * scale));
        return RgbImage.of(width, height, (x, y) -> {
            int rgb = 0;
            for (int c = 0; c < 3; c++) {
                double s = spotted.at(x, y);
                double value = log[c].at(x, y)
                        - strength * (1 - s) * weight.at(x, y) * band.at(x, y)
                        - strength * s * (log[c].at(x, y) - ground[c].at(x, y));
                double level = 255 * Srgb.toEncoded(Math.exp(value)) + dither(x, y, c);
                rgb = rgb << 8 | Math.max(0, Math.min(255, (int) Math.floor(level)));
            }
            return rgb;
        });
    }

    /** 0 … 1, added before a level is cut: a change of less than half a level, as most of these are, would be rounded away. */
    private static double dither(int x, int y, int channel) {
        return new SplittableRandom((x * 65_536L + y) * 3 + channel).nextDouble();
    }

    /**
     * What is longer than a wavelength, in pixels: passes half of the amplitude there, 0.99 an octave above and 0.001 an octave
     * below, {@code 1 − (1 − g)⁶} of a Gaussian's g. A difference of plain Gaussians passes 0.8 at most between 0.3 and 2 mm.
     */
    private static Plane coarser(Plane plane, double wavelength) {
        Plane finer = plane;
        for (int i = 0; i < FLATTENING; i++) {
            finer = finer.minus(Filters.gaussian(finer, FLAT_SIGMA * wavelength));
        }
        return plane.minus(finer);
    }
}
