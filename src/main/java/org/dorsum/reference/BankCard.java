package org.dorsum.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dorsum.image.Affine;
import org.dorsum.image.Homography;
import org.dorsum.image.Plane;
import org.dorsum.image.Point;
import org.dorsum.image.Resampling;
import org.dorsum.image.RgbImage;
import org.dorsum.image.Segments;
import org.dorsum.image.Segments.Segment;

/**
 * A bank card (ISO/IEC 7810 ID-1: 85.60 × 53.98 mm, corners of radius 3.18 mm) of any colour and print.
 *
 * <ol>
 *   <li>Straight edges of the picture at 1000 pixels, in three channels.
 *   <li>Every four that make a quadrilateral with the card's ratio of sides ({@link Quads}).
 *   <li>At 2000 pixels: the share of each side on which an edge runs; edges along the rounded corners and none where the sides
 *       would meet, which paper, tiles and books have.
 *   <li>Each side fitted anew to the strongest change of colour along its straight part; four lines, four corners.
 * </ol>
 *
 * <p>A picture in which nothing passes every test, has no card: rather none than a wrong scale.
 */
public final class BankCard {
    /** Long side, mm. */
    public static final double WIDTH_MM = 85.60;

    /** Short side, mm. */
    public static final double HEIGHT_MM = 53.98;

    private static final double RADIUS_MM = 3.18;
    private static final int SEARCH_SIDE = 1000; // pixels: a card of a sixth of the photo's length has corners of 6 px
    private static final int EXACT_SIDE = 2000;
    private static final int REFINED = 8; // sides drawn by several segments make several quadrilaterals
    private static final double FRAME = 3; // pixels
    private static final double EDGE_ERROR_MM = 0.1; // worn print ends so far inside the plastic's edge
    private static final double FIT_ERROR_MM = 0.25; // of points about their line: beyond it the side is not straight
    private static final double MOST_TILT = 20; // degrees: beyond it chance quadrilaterals pass as cards
    private static final double LEAST_FITTED =
            0.7; // share of a side's points on which its line rests; worn print breaks off in places

    private BankCard() {}

    /** The card in the picture, if there is one beyond doubt. */
    public static Optional<PlaneView> find(RgbImage image) {
        RgbImage exact = reduced(image.toEightBits(), EXACT_SIDE);
        RgbImage search = reduced(exact, SEARCH_SIDE);
        double factor = exact.width() / (double) search.width();
        EdgeField edges = EdgeField.of(exact);
        Affine toExact = Affine.scaling(factor);
        List<Segment> segments = segments(search).stream()
                .map(s -> new Segment(toExact.apply(s.a()), toExact.apply(s.b())))
                .toList();
        Affine toPhoto = Affine.scaling(image.width() / (double) exact.width());
        Point centre = new Point(image.width() / 2.0, image.height() / 2.0);
        return Quads.best(segments, edges, Math.max(exact.width(), exact.height()), REFINED).stream()
                .flatMap(quad -> refined(quad.corners(), edges).stream())
                .filter(corners -> corners.stream().allMatch(c -> within(exact, c)))
                .map(corners -> Quads.scored(corners, edges, Quads.EXACTLY_MM))
                .filter(Quads.Scored::passes)
                .filter(quad -> view(quad.corners(), toPhoto).tiltDegrees(centre) <= MOST_TILT)
                .max(Comparator.comparingDouble(Quads.Scored::score))
                .map(quad -> view(quad.corners(), toPhoto));
    }

    private static PlaneView view(List<Point> corners, Affine toPhoto) {
        List<Point> onPhoto = corners.stream().map(toPhoto::apply).toList();
        PlaneView exact = new PlaneView(Homography.between(cornersMm(), onPhoto), WIDTH_MM, HEIGHT_MM, 1);
        return new PlaneView(exact.toPhoto(), WIDTH_MM, HEIGHT_MM, EDGE_ERROR_MM * exact.pixelsPerMm());
    }

    /** A side along the photo's frame cannot be seen. */
    private static boolean within(RgbImage image, Point p) {
        return p.x() > FRAME
                && p.y() > FRAME
                && p.x() < image.width() - 1 - FRAME
                && p.y() < image.height() - 1 - FRAME;
    }

    /** Corners on the card, if the sides met: top left, top right, bottom right, bottom left. */
    static List<Point> cornersMm() {
        return List.of(
                new Point(0, 0), new Point(WIDTH_MM, 0), new Point(WIDTH_MM, HEIGHT_MM), new Point(0, HEIGHT_MM));
    }

    static double radiusMm() {
        return RADIUS_MM;
    }

    private static List<Segment> segments(RgbImage image) {
        List<Segment> all = new ArrayList<>();
        double shortest = 0.02 * Math.max(image.width(), image.height());
        for (int c = 0; c < 3; c++) {
            int channel = c;
            all.addAll(Segments.find(
                    Plane.of(image.width(), image.height(), (x, y) -> image.sample(x, y, channel)), shortest));
        }
        return all;
    }

    /** The corners with each side laid through the strongest edge near its straight part; empty if a side is not straight. */
    private static Optional<List<Point>> refined(List<Point> corners, EdgeField edges) {
        double scale = corners.get(0).distanceTo(corners.get(1)) / WIDTH_MM;
        List<Line> sides = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Point a = corners.get(i);
            Point b = corners.get((i + 1) % 4);
            Line line = Line.through(a, b);
            double length = a.distanceTo(b);
            double from = 1.2 * RADIUS_MM * scale;
            int samples = (int) Math.max(20, Math.min(400, length - 2 * from));
            List<Point> points = new ArrayList<>();
            for (int k = 0; k < samples; k++) {
                Point p = a.plus(line.direction().times(from + (length - 2 * from) * (k + 0.5) / samples));
                double offset = edges.edgeOffset(p, line.normal(), Math.max(2.5, 0.6 * scale), Quads.LEAST_CHANGE);
                if (!Double.isNaN(offset)) {
                    points.add(p.plus(line.normal().times(offset)));
                }
            }
            if (points.size() < LEAST_FITTED * samples) {
                return Optional.empty();
            }
            Line.Fit fit = Line.fitted(points);
            if (fit.points() < LEAST_FITTED * samples || fit.rms() > FIT_ERROR_MM * scale) {
                return Optional.empty();
            }
            sides.add(fit.line());
        }
        Point[] exact = new Point[4];
        for (int i = 0; i < 4; i++) {
            Optional<Point> corner = sides.get(i).meets(sides.get((i + 3) % 4));
            if (corner.isEmpty()) {
                return Optional.empty();
            }
            exact[i] = corner.get();
        }
        return Optional.of(Arrays.asList(exact));
    }

    private static RgbImage reduced(RgbImage image, int longSide) {
        double factor = longSide / (double) Math.max(image.width(), image.height());
        return factor >= 1
                ? image
                : Resampling.resize(image, (int) Math.max(1, Math.rint(image.width() * factor)), (int)
                        Math.max(1, Math.rint(image.height() * factor)));
    }
}
