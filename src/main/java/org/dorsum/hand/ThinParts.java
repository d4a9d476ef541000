package org.dorsum.hand;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.dorsum.image.Mask;
import org.dorsum.image.Morphology;
import org.dorsum.image.Plane;
import org.dorsum.image.Point;
import org.dorsum.image.Regions;

/**
 * The parts of a silhouette that are thinner than a wrist: spread fingers and the thumb. Where they are tells the palm from a
 * forearm of the same breadth, and the fingers' end of an arm from the elbow's.
 *
 */
final class ThinParts {
    private static final double THIN = 0.4; // of the radius: a finger is 0.25 wide from its middle, a wrist 0.6
    private static final double LEAST_PART = 0.05; // of the radius squared: smaller ones are corners and ragged edges
    private static final double LEAST_IN_ALL = 0.5; // of the radius squared: a finger and a half; fewer prove nothing
    private static final double REACH =
            3.2; // radii from the palm's centre to the longest fingertip, with some to spare
    private static final double CANDIDATE = 0.7; // of the largest radius: a slim hand on a strong forearm
    private static final int SAMPLE = 5; // every fifth thin pixel tells where the thin parts are
    private static final int STEP = 3; // pixels between the candidates for the palm's centre

    private final int[] columns; // of their pixels
    private final int[] rows;
    private final double radius; // of the silhouette's largest inscribed circle, pixels

    private ThinParts(int[] columns, int[] rows, double radius) {
        this.columns = columns;
        this.rows = rows;
        this.radius = radius;
    }

    /** The thin parts of {@code solid}, whose largest inscribed circle has that radius, pixels. */
    static ThinParts of(Mask solid, double radius) {
        int w = solid.width();
        int h = solid.height();
        int pad = (int) Math.ceil(0.5 * radius); // an arm that leaves the photo goes on: its corners are not thin
        Mask wide = Mask.of(
                w + 2 * pad,
                h + 2 * pad,
                (x, y) -> solid.at(Math.max(0, Math.min(w - 1, x - pad)), Math.max(0, Math.min(h - 1, y - pad))));
        Mask thick = Morphology.open(wide, THIN * radius);
        Mask rest = Mask.of(w, h, (x, y) -> solid.at(x, y) && !thick.at(x + pad, y + pad));
        Regions.Labelled parts = Regions.label(rest);
        int[] columns = new int[w * h];
        int[] rows = new int[w * h];
        int n = 0;
        for (Regions.Region part : parts.regions()) {
            if (part.area() >= LEAST_PART * radius * radius) {
                for (int y = part.top(); y < part.top() + part.boxHeight(); y++) {
                    for (int x = part.left(); x < part.left() + part.boxWidth(); x++) {
                        if (parts.labels()[y * w + x] == part.label()) {
                            columns[n] = x;
                            rows[n++] = y;
                        }
                    }
                }
            }
        }
        return new ThinParts(Arrays.copyOf(columns, n), Arrays.copyOf(rows, n), radius);
    }

    /** The row of each of their pixels. */
    IntStream rowsOfPixels() {
        return Arrays.stream(rows);
    }

    /** Whether there are enough of them to tell anything; a hand with closed fingers has few. */
    boolean telling() {
        return columns.length >= LEAST_IN_ALL * radius * radius;
    }

    /**
     * The pixel most likely to be the middle of the palm: far from the outline and with the thin parts within a hand's reach.
     * Without telling thin parts the pixel farthest from the outline.
     */
    Point palm(Plane depth) {
        Point best = new Point(0, 0);
        double most = -1;
        for (int y = 0; y < depth.height(); y += telling() ? STEP : 1) {
            for (int x = 0; x < depth.width(); x += telling() ? STEP : 1) {
                double d = depth.at(x, y);
                if (d > CANDIDATE * radius) {
                    double score = telling() ? d * shareWithin(x, y, REACH * d) : d;
                    if (score > most) {
                        most = score;
                        best = new Point(x, y);
                    }
                }
            }
        }
        return best;
    }

    /** Mean offset of the thin parts within a hand's reach from the palm's centre; (0, 0) if there are none. */
    Point offsetFrom(Point centre, double palmRadius) {
        double sumX = 0;
        double sumY = 0;
        int n = 0;
        for (int i = 0; i < columns.length; i++) {
            double dx = columns[i] - centre.x();
            double dy = rows[i] - centre.y();
            if (Math.hypot(dx, dy) < REACH * palmRadius) {
                sumX += dx;
                sumY += dy;
                n++;
            }
        }
        return n == 0 ? new Point(0, 0) : new Point(sumX, sumY).times(1.0 / n);
    }

    private double shareWithin(int x, int y, double distance) {
        double square = distance * distance;
        int n = 0;
        for (int i = 0; i < columns.length; i += SAMPLE) {
            int dx = columns[i] - x;
            int dy = rows[i] - y;
            n += dx * dx + dy * dy < square ? 1 : 0;
        }
        return n * SAMPLE / (double) columns.length;
    }
}
