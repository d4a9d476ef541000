package org.dorsum.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dorsum.image.Homography;
import org.dorsum.image.Point;
import org.dorsum.image.Segments.Segment;

/** Quadrilaterals of straight edges that look like a bank card, and the best of them. */
final class Quads {
    static final double LEAST_CHANGE = 2.5; // 255ths per pixel: three times what JPEG leaves on an even ground
    private static final int MOST_SEGMENTS =
            110; // the longest; a card's sides are among them unless the ground is ruled
    private static final double RATIO = BankCard.WIDTH_MM / BankCard.HEIGHT_MM;
    private static final double RATIO_TOLERANCE =
            1.06; // a tilt of 15° shortens one side by 1.035, wear and blur the rest
    private static final double SINE_OF_PARALLEL = Math.sin(Math.toRadians(8)); // 15° of tilt seen from 400 mm: 4°
    private static final double COSINE_OF_RIGHT = Math.cos(Math.toRadians(80));
    private static final double SHORTEST =
            0.1; // long side of the card over the photo's: smaller ones have no corners to see
    private static final double SIDE_SUPPORT = 0.6; // of a side's straight part, at least
    private static final double ALL_SUPPORT = 0.8; // of all sides' straight parts
    private static final double OUTSIDE_MM = 1.5; // where no edge should run: beyond a card's own shadow line
    private static final double OVER_OUTSIDE = 0.4; // by which sides are better supported than lines outside them
    static final double ROUGHLY_MM = 0.6; // a first line may run so far from the edge it was found on
    static final double EXACTLY_MM = 0.3; // worn print breaks off so far from the plastic's edge
    private static final double ROUND_SUPPORT = 0.5; // of points along each of three rounded corners
    private static final double SHARP_SUPPORT = 0.35; // of points on the sides beyond the rounding, at most

    private Quads() {}

    /**
     * Four corners in the order of {@link BankCard#cornersMm} and how well edges support them.
     *
     * @param sides least share of a side on which an edge runs, 0 … 1
     * @param all share of all sides, 0 … 1
     * @param outside share of lines 1.5 mm outside the sides: how restless the ground is, 0 … 1
     * @param round share of the third best rounded corner on which an edge runs, 0 … 1: one may be hidden
     * @param sharp share of the last millimetre before the sides would meet, 0 … 1
     */
    record Scored(List<Point> corners, double sides, double all, double outside, double round, double sharp) {
        double score() {
            return all + round - sharp - outside;
        }

        boolean passes() {
            return sides >= SIDE_SUPPORT
                    && all >= ALL_SUPPORT
                    && all - outside >= OVER_OUTSIDE
                    && round >= ROUND_SUPPORT
                    && sharp <= SHARP_SUPPORT;
        }
    }

    /** The quadrilaterals that pass as a card, the best first, at most {@code most}. */
    static List<Scored> best(List<Segment> segments, EdgeField edges, double photoSide, int most) {
        return candidates(segments, photoSide).stream()
                .map(corners -> scored(corners, edges, ROUGHLY_MM))
                .filter(Scored::passes)
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .limit(most)
                .toList();
    }

    /** Corners of every quadrilateral whose shape could be the card's. */
    static List<List<Point>> candidates(List<Segment> segments, double photoSide) {
        List<Line> lines = distinct(segments);
        List<Line[]> pairs = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            for (int j = i + 1; j < lines.size(); j++) {
                double apart = Math.abs(lines.get(i).offset(lines.get(j).point()));
                if (lines.get(i).sine(lines.get(j)) < SINE_OF_PARALLEL && apart > SHORTEST / RATIO * photoSide) {
                    pairs.add(new Line[] {lines.get(i), lines.get(j)});
                }
            }
        }
        List<List<Point>> found = new ArrayList<>();
        for (Line[] longSides : pairs) {
            double height = Math.abs(longSides[0].offset(longSides[1].point()));
            for (Line[] shortSides : pairs) {
                double width = Math.abs(shortSides[0].offset(shortSides[1].point()));
                if (width > 1.35 * height && width < 1.85 * height) {
                    quad(longSides, shortSides, photoSide).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    /** The longest segments as lines, those that lie on a longer one left out. */
    private static List<Line> distinct(List<Segment> segments) {
        List<Line> lines = new ArrayList<>();
        for (Segment s : segments.stream()
                .sorted(Comparator.comparingDouble(Segment::length).reversed())
                .toList()) {
            Line line = Line.through(s.a(), s.b());
            Line middle = new Line(s.a().plus(s.b()).times(0.5), line.direction());
            boolean known = lines.stream()
                    .anyMatch(l -> Math.abs(l.offset(s.a())) < 1.5
                            && Math.abs(l.offset(s.b())) < 1.5
                            && l.point().distanceTo(middle.point()) < 2 * s.length());
            if (!known && lines.size() < MOST_SEGMENTS) {
                lines.add(middle);
            }
        }
        return lines;
    }

    private static Optional<List<Point>> quad(Line[] longSides, Line[] shortSides, double photoSide) {
        List<Point> corners = new ArrayList<>();
        int[][] order = {{0, 0}, {0, 1}, {1, 1}, {1, 0}};
        for (int[] o : order) {
            Line a = longSides[o[0]];
            Line b = shortSides[o[1]];
            if (a.sine(b) < Math.sqrt(1 - COSINE_OF_RIGHT * COSINE_OF_RIGHT)) {
                return Optional.empty();
            }
            Optional<Point> corner = a.meets(b);
            if (corner.isEmpty()) {
                return Optional.empty();
            }
            corners.add(corner.get());
        }
        double width = side(corners, 0) + side(corners, 2);
        double height = side(corners, 1) + side(corners, 3);
        double off = width / height / RATIO;
        boolean shaped = off < RATIO_TOLERANCE && off > 1 / RATIO_TOLERANCE && width > 2 * SHORTEST * photoSide;
        return shaped ? Optional.of(clockwise(corners)) : Optional.empty();
    }

    private static double side(List<Point> corners, int i) {
        return corners.get(i).distanceTo(corners.get((i + 1) % 4));
    }

    /** Not mirrored: a card is seen from above. */
    private static List<Point> clockwise(List<Point> c) {
        Point a = c.get(1).minus(c.get(0));
        Point b = c.get(3).minus(c.get(0));
        return a.x() * b.y() - a.y() * b.x() > 0 ? c : List.of(c.get(1), c.get(0), c.get(3), c.get(2));
    }

    /** How well edges support a quadrilateral, those within {@code reachMm} of it counted. */
    static Scored scored(List<Point> corners, EdgeField edges, double reachMm) {
        double scale = side(corners, 0) / BankCard.WIDTH_MM;
        double reach = Math.max(1.5, reachMm * scale);
        double least = 1;
        double sum = 0;
        double lengths = 0;
        for (int i = 0; i < 4; i++) {
            double support = sideSupport(corners.get(i), corners.get((i + 1) % 4), scale, reach, edges);
            least = Math.min(least, support);
            sum += support * side(corners, i);
            lengths += side(corners, i);
        }
        if (least < SIDE_SUPPORT) {
            return new Scored(corners, least, sum / lengths, 1, 0, 1);
        }
        Homography h = Homography.between(BankCard.cornersMm(), corners);
        double outside = outside(h, scale, reach, edges);
        return new Scored(corners, least, sum / lengths, outside, round(h, reach, edges), sharp(h, edges));
    }

    private static double sideSupport(Point a, Point b, double scale, double reach, EdgeField edges) {
        Line line = Line.through(a, b);
        double length = a.distanceTo(b);
        double from = 1.2 * BankCard.radiusMm() * scale;
        int samples = 60;
        int supported = 0;
        for (int k = 0; k < samples; k++) {
            Point p = a.plus(line.direction().times(from + (length - 2 * from) * (k + 0.5) / samples));
            supported += edges.hasEdge(p, line.normal(), reach, LEAST_CHANGE) ? 1 : 0;
        }
        return supported / (double) samples;
    }

    /** Mean support of the lines that run beside the sides, outside the card. */
    private static double outside(Homography h, double scale, double reach, EdgeField edges) {
        double out = OUTSIDE_MM + 2 * reach / scale;
        List<Point> mm = BankCard.cornersMm();
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            Point a = mm.get(i);
            Point b = mm.get((i + 1) % 4);
            Point away = Line.through(a, b).normal().times(-out); // corners run clockwise: the normal points inwards
            sum += sideSupport(h.apply(a.plus(away)), h.apply(b.plus(away)), scale, reach, edges);
        }
        return sum / 4;
    }

    /** Share of the third best of the four rounded corners, sampled every 10° from 20° to 70°, on which an edge runs. */
    private static double round(Homography h, double reach, EdgeField edges) {
        double r = BankCard.radiusMm();
        double[] shares = new double[4];
        for (int corner = 0; corner < 4; corner++) {
            for (int degrees = 20; degrees <= 70; degrees += 10) {
                double c = Math.cos(Math.toRadians(degrees));
                double s = Math.sin(Math.toRadians(degrees));
                Point inner = h.apply(onCard(corner, r - 0.8 * r * c, r - 0.8 * r * s));
                Point on = h.apply(onCard(corner, r - r * c, r - r * s));
                Line outwards = Line.through(inner, on);
                shares[corner] += edges.hasEdge(on, outwards.direction(), reach, LEAST_CHANGE) ? 1.0 / 6 : 0;
            }
        }
        Arrays.sort(shares);
        return shares[1];
    }

    /** Share of the last 0.8 mm of each side before the corner on which an edge runs on as if the corner were sharp. */
    private static double sharp(Homography h, EdgeField edges) {
        int hits = 0;
        int samples = 0;
        for (int corner = 0; corner < 4; corner++) {
            for (double mm = 0.1; mm < 0.9; mm += 0.2) {
                hits += sharp(h, onCard(corner, mm, 0), onCard(corner, mm, 1), edges) ? 1 : 0;
                hits += sharp(h, onCard(corner, 0, mm), onCard(corner, 1, mm), edges) ? 1 : 0;
                samples += 2;
            }
        }
        return hits / (double) samples;
    }

    private static boolean sharp(Homography h, Point onMm, Point innerMm, EdgeField edges) {
        Point on = h.apply(onMm);
        Point inwards = Line.through(on, h.apply(innerMm)).direction();
        return edges.hasEdge(on, inwards, 1, 2 * LEAST_CHANGE);
    }

    /** A point so far from both sides of a corner, in millimetres on the card. */
    private static Point onCard(int corner, double fromShortSide, double fromLongSide) {
        boolean right = corner == 1 || corner == 2;
        boolean low = corner >= 2;
        return new Point(
                right ? BankCard.WIDTH_MM - fromShortSide : fromShortSide,
                low ? BankCard.HEIGHT_MM - fromLongSide : fromLongSide);
    }
}
