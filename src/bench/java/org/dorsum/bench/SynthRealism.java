package org.dorsum.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dorsum.colour.Lab;
import org.dorsum.colour.LinearRgb;
import org.dorsum.image.Codec;
import org.dorsum.image.Filters;
import org.dorsum.image.Mask;
import org.dorsum.image.Plane;
import org.dorsum.image.Point;
import org.dorsum.image.RgbImage;

/**
 * Compares rendered hands with photographs: octave bands of log-luminance, colour and gradients on the back of the hand.
 *
 * <p>Arguments: the folder of the photographs (with {@code landmarks.jsonl}) and one or more folders written by {@code
 * synth}. The region is the same ellipse between wrist and knuckles in both, the scale follows from the distance between
 * the knuckles of index and little finger, taken as 56 mm.
 */
public final class SynthRealism {
    private static final double[] BANDS = {0.2, 0.4, 0.8, 1.6, 3.2, 6.4}; // mm, periods
    private static final double KNUCKLES_MM = 56;
    private static final double PERIOD_TO_SIGMA = 0.19;
    private static final int FEWEST = 3000; // pixels of the ellipse: below this the hand is too small or cut
    private static final int BINS = 40; // of log10 of the gradient, −4 … 0.3

    private record Sample(
            double[] bands, double l, double a, double b, double spreadA, double spreadB, double[] gradient) {}

    private SynthRealism() {}

    /** Prints the table. */
    public static void main(String[] args) throws IOException {
        List<Sample> real = photographs(Path.of(args[0]));
        List<Sample> made = new ArrayList<>();
        for (int i = 1; i < args.length; i++) {
            made.addAll(rendered(Path.of(args[i])));
        }
        System.out.printf(Locale.ROOT, "photographs %d, rendered %d%n", real.size(), made.size());
        for (int b = 0; b + 1 < BANDS.length; b++) {
            int band = b;
            double r = median(real.stream().mapToDouble(s -> s.bands[band]).toArray());
            double m = median(made.stream().mapToDouble(s -> s.bands[band]).toArray());
            System.out.printf(
                    Locale.ROOT,
                    "%.1f-%.1f mm  rms %% real %.2f rendered %.2f  energy ratio %.2f%n",
                    BANDS[b],
                    BANDS[b + 1],
                    100 * r,
                    100 * m,
                    m * m / (r * r));
        }
        row(
                "L*",
                real.stream().mapToDouble(Sample::l).toArray(),
                made.stream().mapToDouble(Sample::l).toArray());
        row(
                "a*",
                real.stream().mapToDouble(Sample::a).toArray(),
                made.stream().mapToDouble(Sample::a).toArray());
        row(
                "b*",
                real.stream().mapToDouble(Sample::b).toArray(),
                made.stream().mapToDouble(Sample::b).toArray());
        row(
                "spread of a*",
                real.stream().mapToDouble(Sample::spreadA).toArray(),
                made.stream().mapToDouble(Sample::spreadA).toArray());
        row(
                "spread of b*",
                real.stream().mapToDouble(Sample::spreadB).toArray(),
                made.stream().mapToDouble(Sample::spreadB).toArray());
        double distance = 0;
        double shift = 0;
        double lead = 0;
        for (int i = 0; i < BINS; i++) {
            int bin = i;
            double d = real.stream().mapToDouble(s -> s.gradient[bin]).average().orElse(0)
                    - made.stream().mapToDouble(s -> s.gradient[bin]).average().orElse(0);
            distance += Math.abs(d) / 2;
            lead += d;
            shift += Math.abs(lead) * 4.3 / BINS;
        }
        System.out.printf(
                Locale.ROOT,
                "gradient histogram: half L1 %.3f, earth mover's distance %.3f decades%n",
                distance,
                shift);
    }

    private static void row(String name, double[] real, double[] made) {
        System.out.printf(
                Locale.ROOT,
                "%s  real %.2f (%.2f to %.2f)  rendered %.2f%n",
                name,
                median(real),
                at(real, 0),
                at(real, 1),
                median(made));
    }

    private static List<Sample> photographs(Path folder) throws IOException {
        List<Sample> all = new ArrayList<>();
        ObjectMapper json = new ObjectMapper();
        for (String line : Files.readAllLines(folder.resolve("landmarks.jsonl"))) {
            JsonNode n = json.readTree(line);
            String file = n.get("file").asText();
            if (file.startsWith("dorsal") && !n.get("hands").isEmpty()) {
                JsonNode pts = n.get("hands").get(0).get("pts");
                add(
                        all,
                        folder.resolve(file),
                        pts,
                        n.get("w").asDouble(),
                        n.get("h").asDouble());
            }
        }
        return all;
    }

    private static List<Sample> rendered(Path folder) throws IOException {
        List<Sample> all = new ArrayList<>();
        ObjectMapper json = new ObjectMapper();
        List<Path> files;
        try (Stream<Path> list = Files.list(folder.resolve("truth"))) {
            files = list.filter(p -> p.toString().endsWith(".json")).sorted().toList();
        }
        for (Path p : files) {
            JsonNode n = json.readTree(p.toFile());
            if (n.get("aspect").asText().equals("dorsal")) {
                add(all, folder.resolve(n.get("file").asText()), n.get("keyPoints"), 1, 1);
            }
        }
        return all;
    }

    private static void add(List<Sample> all, Path file, JsonNode pts, double w, double h) throws IOException {
        Point[] k = new Point[21];
        for (int i = 0; i < 21; i++) {
            k[i] = new Point(pts.get(i).get(0).asDouble() * w, pts.get(i).get(1).asDouble() * h);
        }
        RgbImage image = Codec.decode(Files.readAllBytes(file)).orElseThrow();
        double perMm = k[5].distanceTo(k[17]) / KNUCKLES_MM;
        Point knuckles = k[5].plus(k[17]).times(0.5);
        Point axis = k[0].minus(knuckles);
        double length = axis.distanceTo(new Point(0, 0));
        Point unit = axis.times(1 / length);
        Point c = knuckles.plus(axis.times(0.38));
        double breadth = k[5].distanceTo(k[17]);
        Mask m = Mask.of(image.width(), image.height(), (x, y) -> {
            double dx = x - c.x();
            double dy = y - c.y();
            double p = (dx * unit.x() + dy * unit.y()) / (0.27 * length);
            double q = (dy * unit.x() - dx * unit.y()) / (0.42 * breadth);
            return p * p + q * q < 1;
        });
        if (m.count() >= FEWEST) {
            all.add(measure(image, m, perMm));
        }
    }

    private static Sample measure(RgbImage image, Mask m, double perMm) {
        Plane log = Plane.of(
                image.width(),
                image.height(),
                (x, y) ->
                        Math.log(Math.max(LinearRgb.ofPacked(image.packed(x, y)).luminance(), 2e-3)));
        double[] bands = new double[BANDS.length - 1];
        Plane fine = smooth(log, BANDS[0] * PERIOD_TO_SIGMA * perMm);
        for (int i = 0; i < bands.length; i++) {
            Plane coarse = smooth(log, BANDS[i + 1] * PERIOD_TO_SIGMA * perMm);
            bands[i] = spread(values(fine.minus(coarse), m));
            fine = coarse;
        }
        List<double[]> lab = new ArrayList<>();
        double[] gradient = new double[BINS];
        int n = 0;
        for (int y = 1; y + 1 < m.height(); y++) {
            for (int x = 1; x + 1 < m.width(); x++) {
                if (m.at(x, y)) {
                    Lab c = Lab.of(LinearRgb.ofPacked(image.packed(x, y)));
                    lab.add(new double[] {c.l(), c.a(), c.b()});
                    double gx = (log.at(x + 1, y) - log.at(x - 1, y)) / 2;
                    double gy = (log.at(x, y + 1) - log.at(x, y - 1)) / 2;
                    double g = Math.log10(Math.hypot(gx, gy) + 1e-4);
                    gradient[(int) Math.max(0, Math.min(BINS - 1, (g + 4) / 4.3 * BINS))]++;
                    n++;
                }
            }
        }
        for (int i = 0; i < BINS; i++) {
            gradient[i] /= n;
        }
        double[][] c = new double[3][];
        for (int i = 0; i < 3; i++) {
            int channel = i;
            c[i] = lab.stream().mapToDouble(v -> v[channel]).toArray();
        }
        return new Sample(bands, median(c[0]), median(c[1]), median(c[2]), spread(c[1]), spread(c[2]), gradient);
    }

    private static Plane smooth(Plane p, double sigma) {
        return sigma < 0.3 ? p : Filters.gaussian(p, sigma);
    }

    private static double[] values(Plane p, Mask m) {
        double[] v = new double[m.count()];
        int n = 0;
        for (int y = 0; y < m.height(); y++) {
            for (int x = 0; x < m.width(); x++) {
                if (m.at(x, y)) {
                    v[n++] = p.at(x, y);
                }
            }
        }
        return v;
    }

    private static double spread(double[] v) {
        double m = median(v);
        return 1.4826 * median(Arrays.stream(v).map(x -> Math.abs(x - m)).toArray());
    }

    private static double median(double[] v) {
        return at(v, 0.5);
    }

    private static double at(double[] v, double share) {
        double[] s = v.clone();
        Arrays.sort(s);
        return s.length == 0 ? Double.NaN : s[(int) Math.round(share * (s.length - 1))];
    }
}
