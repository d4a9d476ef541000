package org.dorsum.hand;

import java.util.ArrayList;
import java.util.List;
import org.dorsum.image.Plane;
import org.dorsum.image.Point;

/**
 * What the network sees in a square picture. Coordinates are pixels of the square, whole numbers at centres.
 *
 * @param skin probability of skin, a plane of half the square's side
 * @param nail probability of a nail
 * @param worn probability of jewellery or sleeve
 * @param points 21 key points
 * @param palm log-odds of the palm against the back
 * @param left log-odds of a left hand against a right one
 */
record Reading(Plane skin, Plane nail, Plane worn, List<Landmark> points, double palm, double left) {
    static final int CLASS_SIDE = HandNetwork.SIDE / 2;
    private static final int HEAT_SIDE = HandNetwork.SIDE / 4;
    private static final int KEY_POINTS = 21;
    private static final double TOLERANCE = 0.05 * HandNetwork.SIDE; // within which two readings of a key point agree
    private static final int MOST_APART = 5; // of 21 key points
    private static final int REACH = 2; // cells about the strongest one over which a key point is averaged

    /** The {@code k}-th of several pictures' outputs. */
    static Reading of(float[] classes, float[] heat, float[] aspect, float[] side, int k) {
        int cells = CLASS_SIDE * CLASS_SIDE;
        float[][] p = new float[4][cells];
        for (int i = 0; i < cells; i++) {
            float most = Float.NEGATIVE_INFINITY;
            for (int c = 0; c < 4; c++) {
                most = Math.max(most, classes[(4 * k + c) * cells + i]);
            }
            float sum = 0;
            for (int c = 0; c < 4; c++) {
                p[c][i] = (float) Math.exp(classes[(4 * k + c) * cells + i] - most);
                sum += p[c][i];
            }
            for (int c = 0; c < 4; c++) {
                p[c][i] /= sum;
            }
        }
        List<Landmark> points = new ArrayList<>(KEY_POINTS);
        for (int j = 0; j < KEY_POINTS; j++) {
            points.add(point(heat, (KEY_POINTS * k + j) * HEAT_SIDE * HEAT_SIDE));
        }
        return new Reading(
                Plane.of(CLASS_SIDE, CLASS_SIDE, p[1]),
                Plane.of(CLASS_SIDE, CLASS_SIDE, p[2]),
                Plane.of(CLASS_SIDE, CLASS_SIDE, p[3]),
                points,
                aspect[2 * k + 1] - aspect[2 * k],
                side[2 * k + 1] - side[2 * k]);
    }

    /** Mean place about the strongest cell; its share of all probability is the confidence. */
    private static Landmark point(float[] heat, int at) {
        int n = HEAT_SIDE;
        int best = 0;
        for (int i = 1; i < n * n; i++) {
            best = heat[at + i] > heat[at + best] ? i : best;
        }
        double all = 0;
        for (int i = 0; i < n * n; i++) {
            all += Math.exp(heat[at + i] - heat[at + best]);
        }
        double sum = 0;
        double sx = 0;
        double sy = 0;
        for (int y = Math.max(0, best / n - REACH); y <= Math.min(n - 1, best / n + REACH); y++) {
            for (int x = Math.max(0, best % n - REACH); x <= Math.min(n - 1, best % n + REACH); x++) {
                double w = Math.exp(heat[at + y * n + x] - heat[at + best]);
                sum += w;
                sx += w * x;
                sy += w * y;
            }
        }
        double x = (sx / sum + 0.5) * 4 - 0.5;
        double y = (sy / sum + 0.5) * 4 - 0.5;
        return new Landmark(new Point(x, y), Math.min(1, sum / all));
    }

    /** Probability of skin or nail. */
    Plane hand() {
        return skin.with(nail, Float::sum);
    }

    /** What it would have seen in the picture's mirror image. */
    Reading mirrored() {
        List<Landmark> turned = points.stream()
                .map(p -> new Landmark(
                        new Point(
                                HandNetwork.SIDE - 1 - p.position().x(),
                                p.position().y()),
                        p.confidence()))
                .toList();
        return new Reading(mirrored(skin), mirrored(nail), mirrored(worn), turned, palm, -left);
    }

    private static Plane mirrored(Plane p) {
        return Plane.of(p.width(), p.height(), (x, y) -> p.at(p.width() - 1 - x, y));
    }

    /**
     * Two readings of the same picture in one: mean probabilities; mean key points where both agree. Where many key points lie
     * apart, one of the two has taken the hand for its mirror image, and the surer one's are taken.
     */
    Reading meanWith(Reading other) {
        List<Landmark> both = new ArrayList<>(points.size());
        int apart = 0;
        for (int j = 0; j < points.size(); j++) {
            Landmark a = points.get(j);
            Landmark b = other.points.get(j);
            double w = a.confidence() / (a.confidence() + b.confidence() + 1e-9);
            Point mean = a.position().times(w).plus(b.position().times(1 - w));
            // Two readings that see the point in different places know it less well than either says.
            double distance = a.position().distanceTo(b.position()) / TOLERANCE;
            double confidence = (a.confidence() + b.confidence()) / 2 / (1 + distance * distance);
            Landmark surer = a.confidence() >= b.confidence() ? a : b;
            apart += distance > 1 ? 1 : 0;
            both.add(new Landmark(distance > 1 ? surer.position() : mean, Math.min(1, confidence)));
        }
        List<Landmark> taken = apart <= MOST_APART ? both : sureness() >= other.sureness() ? points : other.points;
        return new Reading(
                skin.with(other.skin, (a, b) -> (a + b) / 2),
                nail.with(other.nail, (a, b) -> (a + b) / 2),
                worn.with(other.worn, (a, b) -> (a + b) / 2),
                taken,
                (palm + other.palm) / 2,
                (left + other.left) / 2);
    }

    /** The same with the key points elsewhere. */
    Reading at(List<Landmark> elsewhere) {
        return new Reading(skin, nail, worn, elsewhere, palm, left);
    }

    /** Sum of the key points' confidences, 0 … 21. */
    double sureness() {
        return points.stream().mapToDouble(Landmark::confidence).sum();
    }
}
