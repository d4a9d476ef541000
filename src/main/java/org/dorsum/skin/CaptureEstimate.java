package org.dorsum.skin;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.dorsum.colour.LinearRgb;
import org.dorsum.colour.Srgb;
import org.dorsum.image.Affine;
import org.dorsum.image.Mask;
import org.dorsum.image.Plane;
import org.dorsum.image.Point;
import org.dorsum.image.RgbImage;
import org.dorsum.stats.Quantiles;

/** Estimates {@link Capture} from the laid-out skin and from windows of the photo itself. */
final class CaptureEstimate {
    private static final int FEW = 64;
    private static final double DARKEST = 1e-4;
    private static final double[][] SHARES = shares();
    private static final NoiseWindows.PixelValue LUMINANCE = new NoiseWindows.PixelValue() {
        @Override
        public double ofPacked(int rgb) {
            return Math.max(DARKEST, SHARES[0][rgb >> 16] + SHARES[1][rgb >> 8 & 255] + SHARES[2][rgb & 255]);
        }

        @Override
        public double of(double red, double green, double blue) {
            return Math.max(
                    DARKEST, LinearRgb.luminance(Srgb.toLinear(red), Srgb.toLinear(green), Srgb.toLinear(blue)));
        }
    };

    private CaptureEstimate() {}

    /** What each 8-bit sample of red, green and blue adds to the luminance. */
    private static double[][] shares() {
        double[][] shares = new double[3][256];
        for (int i = 0; i < 256; i++) {
            float light = Srgb.toLinear(i);
            shares[0][i] = LinearRgb.luminance(light, 0, 0);
            shares[1][i] = LinearRgb.luminance(0, light, 0);
            shares[2][i] = LinearRgb.luminance(0, 0, light);
        }
        return shares;
    }

    static Capture of(
            RgbImage photo,
            Affine toPhoto,
            Plane logLuminance,
            ForkJoinTask<OptionalDouble> outlineBlur,
            Mask dorsum,
            Mask bare,
            UsableSkin usable,
            double pixelsPerMm) {
        double nativePixelsPerMm = toPhoto.scale() * pixelsPerMm;
        double all = Math.max(1, dorsum.count());
        if (bare.count() < FEW) {
            return new Capture(
                    nativePixelsPerMm,
                    0,
                    0,
                    dorsum.and(usable.glare()).count() / all,
                    dorsum.and(usable.shadow()).count() / all,
                    0,
                    0,
                    0,
                    0,
                    PhotoPhysics.UNKNOWN);
        }
        List<NoiseWindows.Window> windows = NoiseWindows.over(photo, toPhoto, bare);
        ForkJoinTask<Optional<NoiseCurve>> curve =
                ForkJoinPool.commonPool().submit(() -> NoiseEstimate.of(photo, windows));
        ForkJoinTask<Double> blocking = ForkJoinPool.commonPool().submit(() -> blocking(photo, toPhoto, bare));
        try {
            double[] slope = slope(logLuminance, bare);
            double noise = noise(photo, windows);
            return new Capture(
                    nativePixelsPerMm,
                    noise,
                    Sharpness.of(logLuminance, bare, noise, nativePixelsPerMm, pixelsPerMm),
                    dorsum.and(usable.glare()).count() / all,
                    dorsum.and(usable.shadow()).count() / all,
                    Math.exp(UsableSkin.medianIn(logLuminance, bare)),
                    slope[0] * pixelsPerMm,
                    slope[1] * pixelsPerMm,
                    0,
                    physics(curve, outlineBlur, blocking));
        } finally {
            curve.quietlyJoin(); // nothing goes on behind a result
            blocking.quietlyJoin();
        }
    }

    /** Joins the last one forked first: what nobody has begun is then done here. */
    private static PhotoPhysics physics(
            ForkJoinTask<Optional<NoiseCurve>> curve,
            ForkJoinTask<OptionalDouble> outlineBlur,
            ForkJoinTask<Double> blocking) {
        double blocks = blocking.join();
        return new PhotoPhysics(curve.join(), outlineBlur.join(), blocks);
    }

    /** Blocking within the photo's box around the bare skin. */
    private static double blocking(RgbImage photo, Affine toPhoto, Mask bare) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int y = 0; y < bare.height(); y++) {
            for (int x = 0; x < bare.width(); x++) {
                if (bare.at(x, y)) {
                    Point p = toPhoto.apply(new Point(x, y));
                    left = Math.min(left, p.x());
                    top = Math.min(top, p.y());
                    right = Math.max(right, p.x());
                    bottom = Math.max(bottom, p.y());
                }
            }
        }
        int x = (int) Math.max(0, left);
        int y = (int) Math.max(0, top);
        return Blocking.of(
                photo,
                x,
                y,
                (int) Math.min(photo.width() - 1.0, right) - x,
                (int) Math.min(photo.height() - 1.0, bottom) - y);
    }

    /** Standard deviation of the photo's noise in log-luminance; 0 where no window lies on bare skin. */
    private static double noise(RgbImage photo, List<NoiseWindows.Window> windows) {
        double[] light = new double[NoiseWindows.PIXELS]; // of one window after the other
        double[] found = new double[windows.size()];
        for (int i = 0; i < found.length; i++) {
            windows.get(i).values(photo, LUMINANCE, light);
            found[i] = Quantiles.NORMAL_MAD * NoiseWindows.differenceOfLogs(light);
        }
        return found.length == 0 ? 0 : Quantiles.quantile(found, NoiseWindows.QUIET);
    }

    /** Gradient (x, y) of the least-squares plane through the values, per pixel. */
    private static double[] slope(Plane plane, Mask mask) {
        double n = mask.count();
        double sx = 0;
        double sy = 0;
        double sv = 0;
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                if (mask.at(x, y)) {
                    sx += x;
                    sy += y;
                    sv += plane.at(x, y);
                }
            }
        }
        double xx = 0;
        double xy = 0;
        double yy = 0;
        double xv = 0;
        double yv = 0;
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                if (mask.at(x, y)) {
                    double dx = x - sx / n;
                    double dy = y - sy / n;
                    double dv = plane.at(x, y) - sv / n;
                    xx += dx * dx;
                    xy += dx * dy;
                    yy += dy * dy;
                    xv += dx * dv;
                    yv += dy * dv;
                }
            }
        }
        double determinant = xx * yy - xy * xy;
        return determinant > 0
                ? new double[] {(yy * xv - xy * yv) / determinant, (xx * yv - xy * xv) / determinant}
                : new double[] {0, 0};
    }
}
