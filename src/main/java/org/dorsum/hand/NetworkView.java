package org.dorsum.hand;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dorsum.image.Affine;
import org.dorsum.image.Mask;
import org.dorsum.image.Plane;
import org.dorsum.image.Point;
import org.dorsum.image.RgbImage;

/**
 * What the network sees in a photo, looking twice: at the whole, then at the hand alone, upright and as large as it can be, once
 * as it is and once mirrored. Coordinates are pixels of the photo it was given.
 *
 * @param width of that photo
 * @param height of that photo
 * @param whole the first look's view
 * @param first what it showed
 * @param near the second look's view
 * @param second what it showed
 */
record NetworkView(int width, int height, SquareView whole, Reading first, SquareView near, Reading second) {
    private static final int FIRST_SIDE = 256; // pixels; the first look needs no more
    private static final double FINENESS = 1.6; // pixels of the source for one of the square: four points average them
    private static final double LEAST_AREA = 0.004; // of the square: a hand of a sixteenth of the photo's side
    private static final double ROOM = 1.3; // side of the second view over the extent of the key points
    // Of the features and constant, by CalibrateConfidence (training wing) on rendered hands.
    private static final double[] PALM = {0.68, -0.63, -0.80};
    private static final double PALM_NAILS = 2; // percent of the hand: seen on a palm from the side
    private static final double SURE = 0.2; // log-odds: 55 % that back or palm is right
    private static final double CLEARLY = 0.2; // sine of the angle between the hand's length and breadth: 12°
    private static final double LEAST_SEEN =
            0.1; // sum over four joints of what index and little finger's are sure, 0 … 4
    private static final double SEEN = 0.3; // confidence from which a key point says where the hand is

    /** Looks at a photo; empty where the network sees no hand. */
    static Optional<NetworkView> of(RgbImage photo, HandNetwork network) {
        SquareView whole = SquareView.whole(photo.width(), photo.height());
        Reading first = network.read(List.of(sample(photo, whole, FIRST_SIDE))).get(0);
        boolean[] hand = heaviest(first);
        if (Parts.count(hand) < LEAST_AREA * hand.length) {
            return Optional.empty();
        }
        SquareView near = near(hand, whole.inPhoto(first.points()), whole);
        Reading second = closely(photo, near, network);
        // Seen from close by, the hand may turn out to lie otherwise than it seemed from afar.
        SquareView nearer = near(hand, near.inPhoto(second.points()), whole);
        if (nearer.differsFrom(near)) {
            Reading third = closely(photo, nearer, network);
            if (third.sureness() > second.sureness()) {
                near = nearer;
                second = third;
            }
        }
        Reading consistent = second.at(HandShape.flat().corrected(second.points()));
        return Optional.of(new NetworkView(photo.width(), photo.height(), whole, first, near, consistent));
    }

    /** The mean of what is seen in a view and in its mirror image. */
    private static Reading closely(RgbImage photo, SquareView near, HandNetwork network) {
        double shrink = Math.min(1, FINENESS / near.toPhoto().scale());
        int side = (int) Math.rint(shrink * Math.max(photo.width(), photo.height()));
        float[] square = sample(photo, near, Math.max(FIRST_SIDE, side));
        List<Reading> both = Stream.of(square, SquareView.mirrored(square))
                .parallel()
                .map(s -> network.read(List.of(s)).get(0))
                .toList();
        return both.get(0).meanWith(both.get(1).mirrored());
    }

    private static float[] sample(RgbImage photo, SquareView view, int longSide) {
        RgbImage small = SearchImage.reduced(photo, longSide);
        double factor = Math.max(small.width(), small.height()) / (double) Math.max(photo.width(), photo.height());
        return new SquareView(view.toPhoto().then(Affine.scaling(factor))).sample(small);
    }

    private static boolean[] heaviest(Reading reading) {
        float[] p = reading.hand().toArray();
        return Parts.heaviest(Reading.CLASS_SIDE, Reading.CLASS_SIDE, Parts.likely(p), p);
    }

    /** The hand upright: about its key points, or about the silhouette where too few of them are seen. */
    private static SquareView near(boolean[] hand, List<Landmark> points, SquareView whole) {
        List<Point> seen = new ArrayList<>();
        for (Landmark p : points) {
            if (p.confidence() > SEEN) {
                seen.add(p.position());
            }
        }
        Point up = new Point(0, -1);
        Point axis = points.get(9).position().minus(points.get(0).position());
        double length = Math.hypot(axis.x(), axis.y());
        boolean directed = points.get(0).confidence() > SEEN && points.get(9).confidence() > SEEN && length > 1e-6;
        if (directed) {
            up = axis.times(1 / length);
        }
        if (!directed || seen.size() < 10) {
            for (int i = 0; i < hand.length; i++) {
                if (hand[i]) {
                    Point cell = new Point(
                            2 * (i % Reading.CLASS_SIDE) + 0.5, 2 * Math.floorDiv(i, Reading.CLASS_SIDE) + 0.5);
                    seen.add(whole.toPhoto().apply(cell));
                }
            }
        }
        Point right = new Point(-up.y(), up.x());
        double[] across = extent(seen, right);
        double[] along = extent(seen, up);
        Point centre = right.times((across[0] + across[1]) / 2).plus(up.times((along[0] + along[1]) / 2));
        return SquareView.about(centre, up, ROOM * Math.max(across[1] - across[0], along[1] - along[0]));
    }

    private static double[] extent(List<Point> points, Point direction) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Point p : points) {
            double t = p.x() * direction.x() + p.y() * direction.y();
            low = Math.min(low, t);
            high = Math.max(high, t);
        }
        return new double[] {low, high};
    }

    /** Probability of skin or nail at each pixel of the photo scaled to {@code w} × {@code h}. */
    Plane hand(int w, int h) {
        return probability(first.hand(), second.hand(), w, h, Optional.empty());
    }

    /** Probability of skin or nail by the first look alone. */
    Plane firstHand(int w, int h) {
        Affine toFar = toFar(w);
        Plane far = first.hand();
        return Plane.of(w, h, (x, y) -> at(far, toFar, x, y));
    }

    /** Probability of jewellery or sleeve at each pixel of {@code where}, 0 elsewhere. */
    Plane worn(Mask where) {
        return probability(first.worn(), second.worn(), where.width(), where.height(), Optional.of(where));
    }

    /** Probability of jewellery or sleeve at each pixel of the photo scaled to {@code w} × {@code h}. */
    Plane worn(int w, int h) {
        return probability(first.worn(), second.worn(), w, h, Optional.empty());
    }

    private Affine toFar(int w) {
        return Affine.scaling(width / (double) w)
                .then(whole.toPhoto().inverse())
                .then(Affine.scaling(0.5));
    }

    /** From the second look where it reaches, from the first elsewhere; 0 off {@code where}. */
    private Plane probability(Plane far, Plane close, int w, int h, Optional<Mask> where) {
        Affine toFar = toFar(w);
        Affine toClose = Affine.scaling(width / (double) w)
                .then(near.toPhoto().inverse())
                .then(Affine.scaling(0.5));
        int last = Reading.CLASS_SIDE - 1;
        float[] p = new float[w * h];
        for (int y = 0, i = 0; y < h; y++) {
            for (int x = 0; x < w; x++, i++) {
                if (where.isEmpty() || where.get().at(x, y)) {
                    double u = toClose.xx() * x + toClose.xy() * y + toClose.x0();
                    double v = toClose.yx() * x + toClose.yy() * y + toClose.y0();
                    boolean reached = u > 1 && v > 1 && u < last - 1 && v < last - 1;
                    p[i] = (float) (reached ? at(close, u, v) : at(far, toFar, x, y));
                }
            }
        }
        return Plane.of(w, h, p);
    }

    private static double at(Plane p, Affine map, int x, int y) {
        return at(p, map.xx() * x + map.xy() * y + map.x0(), map.yx() * x + map.yy() * y + map.y0());
    }

    /** The value at a place between the cells, by linear interpolation. */
    static double at(Plane p, double x, double y) {
        double u = Math.max(0, Math.min(p.width() - 1.001, x));
        double v = Math.max(0, Math.min(p.height() - 1.001, y));
        int i = (int) u;
        int j = (int) v;
        double fx = u - i;
        double fy = v - j;
        double top = p.at(i, j) * (1 - fx) + p.at(i + 1, j) * fx;
        double bottom = p.at(i, j + 1) * (1 - fx) + p.at(i + 1, j + 1) * fx;
        return top * (1 - fy) + bottom * fy;
    }

    /** Back or palm; the back shows nails. */
    Aspect aspect() {
        double palm = palm();
        return palm > SURE ? Aspect.PALMAR : palm < -SURE ? Aspect.DORSAL : Aspect.UNCLEAR;
    }

    /** Log-odds of the palm. */
    private double palm() {
        double[] f = aspectFeatures();
        return PALM[0] * f[0] + PALM[1] * f[1] + PALM[2];
    }

    /**
     * What tells back from palm: the network's own log-odds; and how far the share of nails in the hand, percent, lies above what a
     * palm shows, weighed by how many of the four fingers lie straight: a fist hides them or shows them beside its palm.
     */
    double[] aspectFeatures() {
        double nails = second.nail().above(0.5).count();
        double skin = second.skin().above(0.5).count();
        HandBones bones = new HandBones(second.points());
        double straight = Finger.LONG.stream().filter(f -> !bones.bent(f)).count() / 4.0;
        double share = Math.min(5, 100 * nails / Math.max(1, skin + nails));
        return new double[] {second.palm(), (share - PALM_NAILS) * straight};
    }

    /**
     * Left or right: which way round index and little finger lie on the side of the hand that is more likely seen. With the fingers
     * up, the index finger of a right hand's back lies left of its little finger.
     */
    Side side() {
        List<Landmark> p = second.points();
        Point along = p.get(9).position().minus(p.get(0).position());
        double sum = 0;
        double weight = 1e-9;
        for (int joint = 0; joint < 4; joint++) {
            Landmark index = p.get(5 + joint);
            Landmark little = p.get(17 + joint);
            Point across = little.position().minus(index.position());
            double w = index.confidence() * little.confidence();
            sum += w
                    * PalmGeometry.cross(along, across)
                    / (Math.hypot(across.x(), across.y()) * Math.hypot(along.x(), along.y()) + 1e-9);
            weight += w;
        }
        double turn = sum / weight;
        if (weight < LEAST_SEEN || Math.abs(turn) < CLEARLY) {
            return Side.UNCLEAR;
        }
        return turn > 0 == palm() < 0 ? Side.RIGHT : Side.LEFT;
    }

    /** 21 key points in the photo enlarged by {@code factor}. */
    List<Landmark> landmarks(double factor) {
        return new SquareView(near.toPhoto().then(Affine.scaling(factor))).inPhoto(second.points());
    }
}
