package org.dorsum.synth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dorsum.colour.Ciede2000;
import org.dorsum.colour.Lab;
import org.dorsum.image.Mask;
import org.dorsum.image.Point;
import org.dorsum.image.Polygon;
import org.dorsum.image.Regions;

/** Writes down what a scene shows. */
final class TruthBuilder {
    private static final double[] BANDS = {0.2, 0.4, 0.8, 1.6, 3.2, 6.4}; // mm, periods of the relief
    private static final double PATCH_STEP = 0.1; // mm: two steps a period of the finest band
    private static final int PATCH = 280; // steps: 28 mm of the middle of the back of the hand
    private static final double PERIOD_TO_SIGMA = 0.19; // a Gaussian of this times the period passes half of it

    private static final double CARPUS =
            21; // mm from the crease of the wrist; matches hands11k's labels (docs/synth.md)
    private static final double THUMB_BASE = 0.42; // share of the metacarpal, from the same labels

    private TruthBuilder() {}

    static Truth build(Scene s, Surface g, byte[] cells, String file) {
        Lab own = SkinOptics.lab(s.pigment.melanin(), s.pigment.blood());
        return new Truth(
                file,
                g.width,
                g.height,
                s.setup.palm() ? "palmar" : "dorsal",
                s.subject.left() ? "left" : "right",
                s.pixelsPerMm,
                keyPoints(s),
                ZoneTruth.of(s),
                s.subject,
                s.treatment.changes(),
                spots(s, g, cells),
                lines(s, g, cells),
                relief(s),
                own.ita(),
                new double[] {own.l(), own.a(), own.b()},
                s.card().map(c -> c.corners(s.camera, s.table)).orElse(List.of()));
    }

    /**
     * The 21 points where networks trained on people's labels put them: the wrist in the middle of the carpus and the base
     * of the thumb part of the way along its metacarpal, both beyond the bones' ends; the others on the joints.
     */
    static List<Point> keyPoints(Scene s) {
        List<Point> points = new ArrayList<>();
        Vec[] joints = s.posed.joints();
        points.add(s.camera.project(joints[0].plus(new Vec(0, CARPUS * s.anatomy.scale(), 0))));
        points.add(s.camera.project(joints[1].plus(joints[2].minus(joints[1]).times(THUMB_BASE))));
        for (int i = 2; i < 21; i++) {
            if (i % 4 == 0) { // the end of a finger lies beyond the end of its last bone
                Bone b = s.posed.tips()[i / 4 - 1];
                points.add(s.camera.project(b.end().plus(b.along().times(0.5 * b.radiusEnd()))));
            } else {
                points.add(s.camera.project(joints[i]));
            }
        }
        return points;
    }

    private static List<Truth.SpotTruth> spots(Scene s, Surface g, byte[] cells) {
        SpotField field = s.pigment.spots();
        int n = field.spots().size();
        int[] owner = new int[g.width * g.height];
        int[] count = new int[n];
        double[] sx = new double[n];
        double[] sy = new double[n];
        int[][] box = new int[n][];
        for (int y = 0, i = 0; y < g.height; y++) {
            for (int x = 0; x < g.width; x++, i++) {
                int k = cells[i] == CellClass.SKIN.code() ? field.owner(g.u[i], g.v[i]) : -1;
                owner[i] = k;
                if (k >= 0) {
                    count[k]++;
                    sx[k] += x;
                    sy[k] += y;
                    int[] b = box[k] == null ? new int[] {x, y, x, y} : box[k];
                    box[k] = new int[] {Math.min(b[0], x), Math.min(b[1], y), Math.max(b[2], x), Math.max(b[3], y)};
                }
            }
        }
        Lab own = SkinOptics.lab(s.pigment.melanin(), s.pigment.blood());
        List<Truth.SpotTruth> all = new ArrayList<>();
        for (int k = 0; k < n; k++) {
            if (count[k] == 0) {
                continue;
            }
            int[] b = box[k];
            int id = k;
            Mask mask = Mask.of(b[2] - b[0] + 3, b[3] - b[1] + 3, (x, y) -> {
                int px = x + b[0] - 1;
                int py = y + b[1] - 1;
                return px >= 0 && py >= 0 && px < g.width && py < g.height && owner[py * g.width + px] == id;
            });
            List<Polygon> outlines = Regions.outlines(mask);
            List<Point> outline = outlines.isEmpty()
                    ? List.of()
                    : outlines.get(0).corners().stream()
                            .map(p -> p.plus(new Point(b[0] - 1, b[1] - 1)))
                            .toList();
            Spot spot = field.spots().get(k);
            Lab lab = SkinOptics.lab(Pigment.spotted(s.pigment.melanin(), spot.excess()), s.pigment.blood());
            all.add(new Truth.SpotTruth(
                    k,
                    new Point(sx[k] / count[k], sy[k] / count[k]),
                    count[k],
                    spot.area(),
                    Ciede2000.difference(own, lab),
                    outline));
        }
        return all;
    }

    private static List<Truth.LineTruth> lines(Scene s, Surface g, byte[] cells) {
        List<Truth.LineTruth> all = new ArrayList<>();
        if (s.setup.palm()) {
            return all;
        }
        Locator locator = new Locator(g, cells, s.pixelsPerMm);
        List<Stroke> strokes = s.relief.lines();
        for (int k = 0; k < strokes.size(); k++) {
            Stroke line = strokes.get(k);
            List<Point> path = longestSeen(line, locator);
            if (path.size() < 2) {
                continue;
            }
            double pixels = 0;
            for (int i = 1; i < path.size(); i++) {
                pixels += path.get(i).distanceTo(path.get(i - 1));
            }
            all.add(new Truth.LineTruth(
                    k,
                    line.width() < 0.45 ? "line" : "wrinkle",
                    line.width(),
                    line.depth(),
                    line.length(),
                    pixels,
                    path));
        }
        return all;
    }

    private static List<Point> longestSeen(Stroke line, Locator locator) {
        List<Point> best = List.of();
        List<Point> run = new ArrayList<>();
        for (int i = 0; i < line.u().length; i++) {
            Optional<Point> p = locator.find(line.u()[i], line.v()[i]);
            p.ifPresent(run::add);
            if (p.isEmpty() || i + 1 == line.u().length) {
                if (run.size() > best.size()) {
                    best = run;
                }
                run = new ArrayList<>();
            }
        }
        return best;
    }

    /** Root mean square of the furrow network and finer relief, band by band of period, mm. */
    private static Map<String, Double> relief(Scene s) {
        Relief whole = new Relief(s.subject, s.markings, s.treatment, 0.05, s.setup.palm());
        float[] h = new float[PATCH * PATCH];
        for (int j = 0, i = 0; j < PATCH; j++) {
            for (int k = 0; k < PATCH; k++, i++) {
                h[i] = (float) whole.network((k - 0.5 * PATCH) * PATCH_STEP, 45 + (j - 0.5 * PATCH) * PATCH_STEP);
            }
        }
        Map<String, Double> rms = new LinkedHashMap<>();
        float[] fine = h;
        for (int b = 0; b + 1 < BANDS.length; b++) {
            float[] coarse = h.clone();
            Blur.gaussian(coarse, PATCH, PATCH, BANDS[b + 1] * PERIOD_TO_SIGMA / PATCH_STEP);
            double sum = 0;
            int margin = PATCH / 8;
            int n = 0;
            for (int j = margin; j < PATCH - margin; j++) {
                for (int k = margin; k < PATCH - margin; k++, n++) {
                    double d = fine[j * PATCH + k] - coarse[j * PATCH + k];
                    sum += d * d;
                }
            }
            rms.put(BANDS[b] + "-" + BANDS[b + 1], Math.sqrt(sum / n));
            fine = coarse;
        }
        return rms;
    }

    /** The class picture: {@link CellClass#grey()} of each pixel. */
    static byte[] greys(byte[] cells) {
        byte[] grey = new byte[cells.length];
        byte[] of = new byte[CellClass.values().length];
        for (CellClass c : CellClass.values()) {
            of[c.code()] = (byte) c.grey();
        }
        for (int i = 0; i < grey.length; i++) {
            grey[i] = of[cells[i]];
        }
        return grey;
    }
}
