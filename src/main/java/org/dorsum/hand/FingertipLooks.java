package org.dorsum.hand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dorsum.image.Affine;
import org.dorsum.image.Mask;
import org.dorsum.image.Plane;
import org.dorsum.image.Point;
import org.dorsum.image.Regions;
import org.dorsum.image.RgbImage;

/**
 * Third looks, at the ends of fingers: a nail of a whole hand has six pixels in the second look, too few for its outline. Each
 * looks at a square of about 90 mm, as it is and mirrored; fingertips close together share one.
 */
final class FingertipLooks {
    private static final int[] TIPS = {4, 8, 12, 16, 20};
    private static final int[][] BASE_SEGMENTS = {{5, 6}, {9, 10}, {13, 14}, {17, 18}};
    private static final double EXTENT = 2; // base segments of the longest finger (45 mm) to a side
    private static final double EXTENT_OF_NAIL = 7.5; // roots of a nail's area (12 mm) to a side
    private static final double COVERED =
            0.36; // of the side: a tip this far from the middle is seen with what is about it
    private static final double SEEN = 0.3; // confidence of a key point, probability of a nail
    private static final int LEAST_NAIL = 3; // cells of a look; fewer are noise
    private static final int MOST = 8; // looks at one photo
    // A nail taken for skin spoils what is measured there, skin taken for a nail is only lost: odds in favour of nails.
    private static final double FAVOUR = 4;
    private static final double INNER = 0.47; // of the side; beyond, a pixel has too little about it

    private final List<Look> looks;

    private FingertipLooks(List<Look> looks) {
        this.looks = looks;
    }

    private record Look(SquareView view, Plane nail) {}

    /** A place to look at: a square about it, upright along {@code up}. */
    private record Place(Point centre, Point up, double extent) {

        boolean covers(Point p) {
            Point d = p.minus(centre);
            double along = PalmGeometry.dot(d, up);
            double across = PalmGeometry.cross(d, up);
            return Math.max(Math.abs(along), Math.abs(across)) < COVERED * extent;
        }
    }

    /**
     * Looks at the ends of the fingers.
     *
     * @param fine the photo, at the size of the view or larger
     * @param view what was seen of it before
     */
    static FingertipLooks of(RgbImage fine, NetworkView view, HandNetwork network) {
        double factor = fine.width() / (double) view.width();
        List<Place> places = new ArrayList<>();
        tips(view, places);
        nails(view.first().nail(), view.whole(), places);
        nails(view.second().nail(), view.near(), places);
        List<Look> looks = places.stream()
                .limit(MOST)
                .parallel()
                .map(p -> look(fine, SquareView.about(p.centre(), p.up(), p.extent()), factor, network))
                .toList();
        return new FingertipLooks(looks);
    }

    private static Look look(RgbImage fine, SquareView view, double factor, HandNetwork network) {
        float[] square = view.scaled(factor).sample(fine);
        List<Reading> both = network.read(List.of(square, SquareView.mirrored(square)));
        Plane turnedBack = both.get(1).mirrored().nail();
        return new Look(view, both.get(0).nail().with(turnedBack, (a, b) -> (a + b) / 2));
    }

    private static void tips(NetworkView view, List<Place> places) {
        List<Landmark> points = view.landmarks(1);
        double longest = 0;
        for (int[] segment : BASE_SEGMENTS) {
            longest = Math.max(
                    longest,
                    points.get(segment[0])
                            .position()
                            .distanceTo(points.get(segment[1]).position()));
        }
        List<Point> left = new ArrayList<>();
        for (int tip : TIPS) {
            Point p = points.get(tip).position();
            boolean within = p.x() > 0 && p.y() > 0 && p.x() < view.width() && p.y() < view.height();
            if (within && points.get(tip).confidence() > SEEN) {
                left.add(p);
            }
        }
        cover(left, view.near().up(), EXTENT * longest, places);
    }

    /** Squares that cover all points, as many points a square as lie close to the first of those that are left. */
    private static void cover(List<Point> points, Point up, double extent, List<Place> places) {
        List<Point> left = new ArrayList<>(points);
        while (!left.isEmpty()) {
            Place about = new Place(left.get(0), up, 1.6 * extent);
            List<Point> group = left.stream().filter(about::covers).toList();
            Point mean = group.stream().reduce(new Point(0, 0), Point::plus).times(1.0 / group.size());
            Place shared = new Place(mean, up, extent);
            Place place = shared.covers(left.get(0)) ? shared : new Place(left.get(0), up, extent);
            places.add(place);
            left.removeIf(place::covers);
        }
    }

    /** Nails that an earlier look shows where nothing looks yet: of another hand, or of fingers seen from close by. */
    private static void nails(Plane nail, SquareView view, List<Place> places) {
        Mask likely = nail.above(SEEN);
        for (Regions.Region r : Regions.label(likely).regions()) {
            Point centre = view.toPhoto().apply(r.centre().times(2).plus(new Point(0.5, 0.5)));
            if (r.area() >= LEAST_NAIL && places.stream().noneMatch(p -> p.covers(centre))) {
                double size = 2 * Math.sqrt(r.area()) * view.toPhoto().scale();
                places.add(new Place(centre, view.up(), EXTENT_OF_NAIL * size));
            }
        }
    }

    /**
     * Share of a nail in each pixel of the photo, 0 … 1, by the look whose middle is nearest; 0 where nothing looked.
     *
     * @param width of the photo at the size of the view
     * @param height of it
     */
    Plane nails(int width, int height) {
        float[] p = new float[width * height];
        double[] nearest = new double[p.length];
        Arrays.fill(nearest, INNER);
        for (Look look : looks) {
            paint(look, width, height, p, nearest);
        }
        return Plane.of(width, height, p);
    }

    private static void paint(Look look, int w, int h, float[] p, double[] nearest) {
        SquareView.Bounds box = look.view().bounds(w, h);
        Affine toSquare = look.view().toPhoto().inverse();
        double side = HandNetwork.SIDE - 1;
        for (int y = box.top(); y < box.bottom(); y++) {
            for (int x = box.left(); x < box.right(); x++) {
                double u = toSquare.xx() * x + toSquare.xy() * y + toSquare.x0();
                double v = toSquare.yx() * x + toSquare.yy() * y + toSquare.y0();
                double away = Math.max(Math.abs(u / side - 0.5), Math.abs(v / side - 0.5));
                int i = y * w + x;
                if (away < nearest[i]) {
                    nearest[i] = away;
                    double q = NetworkView.at(look.nail(), u / 2 - 0.25, v / 2 - 0.25);
                    p[i] = (float) (FAVOUR * q / (1 + (FAVOUR - 1) * q));
                }
            }
        }
    }
}
