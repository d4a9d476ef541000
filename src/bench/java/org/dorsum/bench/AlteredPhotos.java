package org.dorsum.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dorsum.assess.Assessment;
import org.dorsum.assess.Assessor;
import org.dorsum.colour.LinearRgb;
import org.dorsum.hand.Zone;
import org.dorsum.image.Affine;
import org.dorsum.image.Codec;
import org.dorsum.image.Plane;
import org.dorsum.image.Point;
import org.dorsum.image.Resampling;
import org.dorsum.image.RgbImage;
import org.dorsum.measure.Metric;
import org.dorsum.measure.Outcome;
import org.dorsum.photo.PhotoReader;
import org.dorsum.photo.UnreadablePhotoException;
import org.dorsum.stats.Quantiles;

/**
 * How far roughness, its details, lines, tone, redness and veins move when one and the same photo is altered: compressed harder, exposed otherwise,
 * balanced otherwise, turned, reduced, cropped. First photo of each of the first hands of the 11K Hands set; every variant
 * but the harder compressed one is stored as JPEG of quality 95, as the original it is compared with. Argument: number of hands.
 */
public final class AlteredPhotos {
    private static final List<Metric> METRICS = List.of(
            Metric.ROUGHNESS_INDEX,
            Metric.SCALINESS_PERCENT,
            Metric.RELIEF_1MM_PERCENT,
            Metric.RELIEF_2MM_PERCENT,
            Metric.RELIEF_4MM_PERCENT,
            Metric.COOCCURRENCE_CONTRAST,
            Metric.LINE_DENSITY_MM_PER_CM2,
            Metric.LINE_WIDTH_MM,
            Metric.LINE_CONTRAST_PERCENT,
            Metric.SPOT_AREA_PERCENT,
            Metric.SPOT_LOAD,
            Metric.TONE_UNEVENNESS_DE00,
            Metric.REDNESS_INDEX,
            Metric.VEIN_VISIBILITY);

    /** Not in percent but in units of the value: zero means nothing there. */
    private static final List<Metric> DIFFERENCES = List.of(Metric.TONE_ITA_DEG);

    private static final int BEYOND = 0x808080; // no skin, unlike the photo's border drawn on for ever

    private AlteredPhotos() {}

    /** Prints one line a photo and variant, then a line a variant. */
    public static void main(String[] args) throws IOException, UnreadablePhotoException {
        int hands = Integer.parseInt(args[0]);
        Assessor assessor = Assessor.with(Hands11k.finder());
        Map<String, UnaryOperator<RgbImage>> variants = variants();
        Map<String, Map<Metric, List<Double>>> shifts = new LinkedHashMap<>();
        Map<String, Integer> refused = new LinkedHashMap<>();
        int measured = 0;
        for (var photos : Hands11k.backsByHand().values().stream().limit(hands).toList()) {
            RgbImage image =
                    PhotoReader.withDefaults().read(photos.get(0)).pixels().toEightBits();
            Assessment original = assess(assessor, image, 95);
            measured += Double.isNaN(value(original, Metric.ROUGHNESS_INDEX)) ? 0 : 1;
            for (Map.Entry<String, UnaryOperator<RgbImage>> v : variants.entrySet()) {
                Assessment altered =
                        assess(assessor, v.getValue().apply(image), v.getKey().equals("JPEG 75") ? 75 : 95);
                for (Metric metric : DIFFERENCES) {
                    double move = value(altered, metric) - value(original, metric);
                    if (!Double.isNaN(move)) {
                        shifts.computeIfAbsent(v.getKey(), k -> new LinkedHashMap<>())
                                .computeIfAbsent(metric, k -> new ArrayList<>())
                                .add(move);
                    }
                }
                for (Metric metric : METRICS) {
                    double before = value(original, metric);
                    double after = value(altered, metric);
                    if (!Double.isNaN(before) && !Double.isNaN(after) && before > 0) {
                        shifts.computeIfAbsent(v.getKey(), k -> new LinkedHashMap<>())
                                .computeIfAbsent(metric, k -> new ArrayList<>())
                                .add(100 * (after / before - 1));
                    } else if (metric == Metric.ROUGHNESS_INDEX && !Double.isNaN(before)) {
                        refused.merge(v.getKey(), 1, Integer::sum);
                    }
                }
            }
        }
        System.out.println("measured unaltered: " + measured + " of " + hands);
        for (String v : variants.keySet()) {
            System.out.printf(Locale.ROOT, "%-18s refused %d", v, refused.getOrDefault(v, 0));
            for (Metric metric :
                    Stream.concat(METRICS.stream(), DIFFERENCES.stream()).toList()) {
                double[] s = shifts.getOrDefault(v, Map.of()).getOrDefault(metric, List.of()).stream()
                        .mapToDouble(x -> x)
                        .toArray();
                if (s.length > 0) {
                    double[] size = java.util.Arrays.stream(s).map(Math::abs).toArray();
                    System.out.printf(
                            Locale.ROOT,
                            "  %s %+.1f (|.| %.1f, 90%% %.1f)",
                            metric.label(),
                            Quantiles.median(s),
                            Quantiles.median(size),
                            Quantiles.quantile(size, 0.9));
                }
            }
            System.out.println();
        }
    }

    private static Map<String, UnaryOperator<RgbImage>> variants() {
        Map<String, UnaryOperator<RgbImage>> all = new LinkedHashMap<>();
        all.put("JPEG 75", i -> i);
        all.put("-0.5 EV", i -> gains(i, Math.pow(2, -0.5), 1, 1));
        all.put("+0.5 EV", i -> gains(i, Math.pow(2, 0.5), 1, 1));
        all.put("white -600 K", i -> gains(i, 1, 0.93, 1.1));
        all.put("white +600 K", i -> gains(i, 1, 1.07, 0.91));
        all.put("turned 15 deg", AlteredPhotos::turned);
        all.put(
                "reduced 8 %",
                i -> Resampling.resize(i, (int) Math.rint(0.92 * i.width()), (int) Math.rint(0.92 * i.height())));
        all.put(
                "cropped 5 %",
                i -> Resampling.crop(
                        i, (int) (0.025 * i.width()), (int) (0.025 * i.height()), (int) (0.95 * i.width()), (int)
                                (0.95 * i.height())));
        return all;
    }

    private static RgbImage gains(RgbImage image, double all, double red, double blue) {
        return RgbImage.of(image.width(), image.height(), (x, y) -> {
            LinearRgb c = LinearRgb.ofPacked(image.packed(x, y));
            return new LinearRgb(
                            Math.min(1, c.red() * all * red),
                            Math.min(1, c.green() * all),
                            Math.min(1, c.blue() * all * blue))
                    .toPacked();
        });
    }

    /** The photo turned about its middle by cubic interpolation, on a frame that holds all of it; beyond it lies plain grey. */
    private static RgbImage turned(RgbImage image) {
        double angle = Math.toRadians(15);
        double w = image.width();
        double h = image.height();
        int width = (int) (w * Math.cos(angle) + h * Math.sin(angle));
        int height = (int) (h * Math.cos(angle) + w * Math.sin(angle));
        Affine back = Affine.shift(-width / 2.0, -height / 2.0)
                .then(Affine.turnAndScale(angle, 1))
                .then(Affine.shift(w / 2, h / 2));
        Plane[] planes = new Plane[3];
        for (int c = 0; c < 3; c++) {
            int channel = c;
            planes[c] = Resampling.warp(
                    Plane.of(image.width(), image.height(), (x, y) -> image.sample(x, y, channel)),
                    back,
                    width,
                    height);
        }
        return RgbImage.of(width, height, (x, y) -> {
            Point p = back.apply(new Point(x, y));
            return p.x() < 0 || p.y() < 0 || p.x() > w - 1 || p.y() > h - 1
                    ? BEYOND
                    : level(planes[0].at(x, y)) << 16 | level(planes[1].at(x, y)) << 8 | level(planes[2].at(x, y));
        });
    }

    private static int level(double v) {
        return (int) Math.max(0, Math.min(255, Math.rint(v)));
    }

    private static Assessment assess(Assessor assessor, RgbImage image, int quality) throws UnreadablePhotoException {
        return assessor.assess(PhotoReader.withDefaults().read("altered.jpg", Codec.jpeg(image, quality)));
    }

    private static double value(Assessment a, Metric metric) {
        return a.status() == Assessment.Status.MEASURED && a.outcome(Zone.DORSUM, metric) instanceof Outcome.Measured m
                ? m.value()
                : Double.NaN;
    }
}
