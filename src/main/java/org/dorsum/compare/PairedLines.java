package org.dorsum.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dorsum.image.Affine;
import org.dorsum.image.Mask;
import org.dorsum.image.Morphology;
import org.dorsum.image.Plane;
import org.dorsum.image.Point;
import org.dorsum.measure.Mark;
import org.dorsum.measure.Metric;
import org.dorsum.measure.Outcome;
import org.dorsum.skin.Skin;
import org.dorsum.stats.Quantiles;

/**
 * Depth of lines of two sessions measured in pairs: along the path of every line that any photo shows, each photo is
 * measured, whether the line was found in it or not.
 *
 * <p>The profile across a line is the mean of log-luminance over stretches of 2 mm; its depth is the mean of both flanks, 0.5
 * to 0.9 mm off, less what lies within 0.1 mm of the middle. The path holds for all photos, which lie on it within hundredths of a
 * millimetre: to look in each for the shift that makes its line deepest would deepen shallow lines by their noise, before
 * and after, and make a change look smaller (docs/validation.md).
 *
 * <p>Length counts by depth: a stretch as deep as the median stretch of the earlier session once, one half as deep by half, one
 * twice as deep twice, in both sessions. So nothing comes or goes by the chance of being found, and a quarter less depth is a quarter less
 * line, whether it was deep or shallow.
 */
final class PairedLines {
    private static final double STEP_MM = 0.25; // along the path: two pixels
    private static final double ACROSS_MM = 0.125; // a pixel
    private static final double STRETCH_MM = 2;
    private static final double FLANK_FROM_MM = 0.5; // beyond a fine line's half width
    private static final double FLANK_TO_MM = 0.9; // before the next furrow but one
    private static final double MIDDLE_MM = 0.1;
    private static final double SAME_MM = 0.5; // closer paths are one line
    private static final int REACH = (int) Math.round(FLANK_TO_MM / ACROSS_MM);

    private PairedLines() {}

    /** Two millimetres of a line: where, and its depth in each photo, log-luminance. */
    private record Stretch(Point middle, double[] depths) {}

    /**
     * For each photo the depth of the lines, hundredths of log-luminance (percent of luminance while it is shallow; a line
     * of 18 percent is 20 deep and, a quarter flatter, 15), and their length per area, mm/cm², tile by tile.
     *
     * @param photos of both sessions on one grid
     * @param found lines of each
     * @param earlier how many photos are earlier ones
     * @param common the skin that all show
     */
    static List<Map<Metric, Outcome>> outcomes(
            List<Skin> photos, List<List<Mark.Line>> found, int earlier, Mask common) {
        Skin first = photos.get(0);
        TilePlaces places = TilePlaces.over(common, first.toHand(), first.pixelsPerMm());
        List<Stretch> all = new ArrayList<>();
        for (boolean backwards : new boolean[] {false, true}) {
            for (List<Point> path : joined(photos, found, common, backwards)) {
                all.addAll(stretches(path, photos, first.pixelsPerMm()));
            }
        }
        double full = all.isEmpty()
                ? 0
                : Quantiles.median(all.stream()
                        .mapToDouble(s ->
                                Arrays.stream(s.depths(), 0, earlier).average().orElse(0))
                        .toArray());
        double[] cm2 = Arrays.stream(places.areas()).map(mm2 -> mm2 / 100).toArray();
        List<Map<Metric, Outcome>> outcomes = new ArrayList<>();
        for (int i = 0; i < photos.size(); i++) {
            double[] depths = new double[places.size()];
            double[] lengths = new double[places.size()];
            double[] counted = new double[places.size()];
            for (Stretch s : all) {
                int tile = places.at(s.middle().x(), s.middle().y());
                double depth = s.depths()[i];
                depths[tile] += STRETCH_MM * 100 * depth;
                lengths[tile] += STRETCH_MM;
                counted[tile] += full > 0 ? STRETCH_MM * depth / full : 0;
            }
            for (int tile = 0; tile < counted.length; tile++) {
                counted[tile] /= 2; // every line has been followed twice
            }
            outcomes.add(Map.of(
                    Metric.LINE_CONTRAST_PERCENT, places.ratio(depths, lengths),
                    Metric.LINE_DENSITY_MM_PER_CM2, places.ratio(counted, cm2)));
        }
        return outcomes;
    }

    /**
     * Paths in pixels of the grid, evenly spaced; where two photos show the same line, that of the first, or of the last if
     * {@code backwards}: a path follows the chances of the photo it was found in, so both take their turn.
     */
    private static List<List<Point>> joined(
            List<Skin> photos, List<List<Mark.Line>> found, Mask common, boolean backwards) {
        List<List<Point>> paths = new ArrayList<>();
        Mask taken = Mask.none(common.width(), common.height());
        for (int turn = 0; turn < photos.size(); turn++) {
            int i = backwards ? photos.size() - 1 - turn : turn;
            double scale = photos.get(i).pixelsPerMm();
            Affine toGrid = photos.get(i).toPhoto().inverse();
            boolean[] own = new boolean[common.width() * common.height()];
            for (Mark.Line line : found.get(i)) {
                List<Point> run = new ArrayList<>();
                for (Point p : even(line.path().stream().map(toGrid::apply).toList(), STEP_MM * scale)) {
                    int x = (int) Math.rint(p.x());
                    int y = (int) Math.rint(p.y());
                    if (common.contains(x, y) && !taken.at(x, y)) {
                        run.add(p);
                        own[y * common.width() + x] = true;
                    } else {
                        keep(run, paths);
                        run = new ArrayList<>();
                    }
                }
                keep(run, paths);
            }
            Mask drawn = Mask.of(common.width(), common.height(), (x, y) -> own[y * common.width() + x]);
            taken = taken.or(Morphology.dilate(drawn, SAME_MM * scale));
        }
        return paths;
    }

    private static void keep(List<Point> run, List<List<Point>> paths) {
        if (run.size() >= STRETCH_MM / STEP_MM) {
            paths.add(run);
        }
    }

    private static List<Point> even(List<Point> path, double step) {
        List<Point> even = new ArrayList<>();
        double ahead = 0;
        for (int i = 1; i < path.size(); i++) {
            Point a = path.get(i - 1);
            Point b = path.get(i);
            double length = a.distanceTo(b);
            for (; ahead < length; ahead += step) {
                even.add(a.plus(b.minus(a).times(ahead / length)));
            }
            ahead -= length;
        }
        return even;
    }

    private static List<Stretch> stretches(List<Point> path, List<Skin> photos, double scale) {
        int size = (int) Math.rint(STRETCH_MM / STEP_MM);
        List<Stretch> stretches = new ArrayList<>();
        for (int from = 0; from + size <= path.size(); from += size) {
            List<Point> part = path.subList(from, from + size);
            Point along = part.get(size - 1).minus(part.get(0));
            double norm = Math.hypot(along.x(), along.y());
            if (norm > 0) {
                Point across = new Point(-along.y() / norm, along.x() / norm).times(ACROSS_MM * scale);
                double[] depths = photos.stream()
                        .mapToDouble(photo -> depth(profile(photo.logLuminance(), part, across)))
                        .toArray();
                stretches.add(new Stretch(part.get(size / 2), depths));
            }
        }
        return stretches;
    }

    private static double[] profile(Plane plane, List<Point> path, Point across) {
        double[] profile = new double[2 * REACH + 1];
        for (int i = 0; i < profile.length; i++) {
            for (Point p : path) {
                profile[i] += sample(plane, p.plus(across.times(i - REACH))) / path.size();
            }
        }
        return profile;
    }

    private static double sample(Plane plane, Point p) {
        double x = Math.max(0, Math.min(plane.width() - 1.001, p.x()));
        double y = Math.max(0, Math.min(plane.height() - 1.001, p.y()));
        int left = (int) x;
        int top = (int) y;
        double u = x - left;
        double v = y - top;
        return (1 - v) * ((1 - u) * plane.at(left, top) + u * plane.at(left + 1, top))
                + v * ((1 - u) * plane.at(left, top + 1) + u * plane.at(left + 1, top + 1));
    }

    /** How far the middle of a profile lies below its flanks. */
    private static double depth(double[] profile) {
        double flanks = 0;
        int nFlanks = 0;
        double middle = 0;
        int nMiddle = 0;
        for (int i = 0; i < profile.length; i++) {
            double off = Math.abs(i - REACH) * ACROSS_MM;
            if (off >= FLANK_FROM_MM && off <= FLANK_TO_MM) {
                flanks += profile[i];
                nFlanks++;
            } else if (off <= MIDDLE_MM) {
                middle += profile[i];
                nMiddle++;
            }
        }
        return flanks / nFlanks - middle / nMiddle;
    }
}
