package org.dorsum.reference;

import org.dorsum.image.Filters;
import org.dorsum.image.Plane;
import org.dorsum.image.Point;
import org.dorsum.image.RgbImage;

/** How strongly the colours of a picture change in any direction, after smoothing with σ = 1 pixel. Immutable. */
final class EdgeField {
    private static final double SIGMA = 1; // pixels: wider than the steps of JPEG and demosaicing
    private static final double NEAR_STEP = 0.25; // pixels between samples of a profile

    private final Plane[] channels;

    private EdgeField(Plane[] channels) {
        this.channels = channels;
    }

    static EdgeField of(RgbImage image) {
        Plane[] smooth = new Plane[3];
        for (int c = 0; c < 3; c++) {
            int channel = c;
            smooth[c] = Filters.gaussian(
                    Plane.of(
                            image.width(),
                            image.height(),
                            (x, y) -> 255.0 * image.sample(x, y, channel) / image.whiteLevel()),
                    SIGMA);
        }
        return new EdgeField(smooth);
    }

    /**
     * Change of colour per pixel along the unit vector (dx, dy) at {@code p}: root sum of squares over the channels, in
     * 255ths of full scale; 0 within two pixels of the frame and beyond.
     */
    double along(double px, double py, double dx, double dy) {
        double sum = 0;
        for (Plane c : channels) {
            double d = at(c, px + dx, py + dy) - at(c, px - dx, py - dy);
            sum += d * d / 4;
        }
        return Math.sqrt(sum);
    }

    /**
     * Whether an edge crosses the unit vector {@code normal} within {@code reach} pixels of {@code p}: a change along it
     * that is larger than beside it, at least {@code least}, and clearly larger than the change across it.
     */
    boolean hasEdge(Point p, Point normal, double reach, double least) {
        double before = along(p, normal, -reach - NEAR_STEP);
        double g = along(p, normal, -reach);
        for (double t = -reach; t <= reach + 1e-9; t += NEAR_STEP) {
            double after = along(p, normal, t + NEAR_STEP);
            boolean peak = g >= before && g > after && g >= least;
            if (peak && g > 2 * along(p.plus(normal.times(t)), new Point(-normal.y(), normal.x()), 0)) {
                return true;
            }
            before = g;
            g = after;
        }
        return false;
    }

    private double along(Point p, Point normal, double t) {
        return along(p.x() + t * normal.x(), p.y() + t * normal.y(), normal.x(), normal.y());
    }

    /** Where along {@code normal}, within {@code reach} pixels, the change is strongest; NaN if it is below {@code least}. */
    double edgeOffset(Point p, Point normal, double reach, double least) {
        int half = (int) Math.ceil(reach / NEAR_STEP);
        int n = 2 * half + 1;
        double[] g = new double[n];
        int best = 0;
        for (int i = 0; i < n; i++) {
            double t = (i - half) * NEAR_STEP;
            g[i] = along(p, normal, t);
            best = g[i] > g[best] ? i : best;
        }
        if (g[best] < least || best == 0 || best == n - 1) {
            return Double.NaN;
        }
        // centre of mass of the peak above half its height: linear interpolation leaves its top flat
        double weight = 0;
        double sum = 0;
        for (int step : new int[] {-1, 1}) {
            for (int i = step < 0 ? best : best + 1; i >= 0 && i < n && g[i] > g[best] / 2; i += step) {
                weight += g[i] - g[best] / 2;
                sum += (g[i] - g[best] / 2) * (i - half);
            }
        }
        return sum / weight * NEAR_STEP;
    }

    private static double at(Plane p, double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        if (left < 1 || top < 1 || left >= p.width() - 2 || top >= p.height() - 2) {
            return 0;
        }
        double fx = x - left;
        double fy = y - top;
        return (1 - fy) * ((1 - fx) * p.at(left, top) + fx * p.at(left + 1, top))
                + fy * ((1 - fx) * p.at(left, top + 1) + fx * p.at(left + 1, top + 1));
    }
}
