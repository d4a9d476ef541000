package org.dorsum.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Smoothing of planes; σ in pixels of the plane. Borders are mirrored. */
public final class Filters {
    private static final double SUPPORT = 4; // kernel half-width in σ: what is cut off weighs less than 1e-4

    private static final double PIXELS_A_SIGMA = 4; // of a reduced plane: linear interpolation then errs by about 1 %

    private static final double NARROWEST = 0.3; // below it, its neighbours' weights drown in rounding

    private static final double LEAST_WEIGHT = 1e-6; // below it nothing of the mask is within reach

    private Filters() {}

    /** Gaussian blur, σ in pixels, greater than 0. */
    public static Plane gaussian(Plane plane, double sigma) {
        checkSigma(sigma);
        try (Mats mats = new Mats()) {
            Mat out = mats.empty();
            blur(mats.of(plane), out, sigma, sigma);
            return Mats.plane(out);
        }
    }

    /**
     * Gaussian blur that sees only the pixels of {@code mask} (normalised convolution: blurred values divided by blurred
     * weights); 0 where no pixel of the mask is within reach.
     */
    public static Plane gaussian(Plane plane, Mask mask, double sigma) {
        return gaussian(plane, mask, sigma, sigma);
    }

    /**
     * The same with a Gaussian of {@code sigmaX} along the rows and {@code sigmaY} along the columns, both greater than 0.
     */
    public static Plane gaussian(Plane plane, Mask mask, double sigmaX, double sigmaY) {
        checkSigma(sigmaX);
        checkSigma(sigmaY);
        plane.checkSize(mask.width(), mask.height());
        try (Mats mats = new Mats()) {
            Mat weight = weight(mats, mask);
            Mat value = mats.empty();
            Core.multiply(mats.of(plane), weight, value);
            blur(value, value, sigmaX, sigmaY);
            blur(weight, weight, sigmaX, sigmaY);
            return ratio(value, weight);
        }
    }

    /** {@link #gaussian(Plane, Mask, double, double)} with several Gaussians along the columns, rows being blurred once for all. */
    public static List<Plane> gaussians(Plane plane, Mask mask, double sigmaX, double... sigmasY) {
        checkSigma(sigmaX);
        plane.checkSize(mask.width(), mask.height());
        try (Mats mats = new Mats()) {
            Mat weight = weight(mats, mask);
            Mat value = mats.of(plane);
            Core.multiply(value, weight, value);
            blurRows(value, value, sigmaX);
            blurRows(weight, weight, sigmaX);
            List<Plane> blurred = new ArrayList<>();
            for (double sigmaY : sigmasY) {
                checkSigma(sigmaY);
                Mat v = mats.empty();
                Mat w = mats.empty();
                blurColumns(value, v, sigmaY);
                blurColumns(weight, w, sigmaY);
                blurred.add(ratio(v, w));
            }
            return List.copyOf(blurred);
        }
    }

    private static void blurRows(Mat in, Mat out, double sigma) {
        Imgproc.GaussianBlur(in, out, new Size(taps(sigma), 1), sigma, sigma, Core.BORDER_REFLECT);
    }

    private static void blurColumns(Mat in, Mat out, double sigma) {
        Imgproc.GaussianBlur(in, out, new Size(1, taps(sigma)), sigma, sigma, Core.BORDER_REFLECT);
    }

    private static double taps(double sigma) {
        return 2 * Math.ceil(SUPPORT * sigma) + 1;
    }

    /** {@link #gaussian(Plane, Mask, double)} of several planes of the same size, whose weights are blurred once. */
    public static List<Plane> gaussians(List<Plane> planes, Mask mask, double sigma) {
        checkSigma(sigma);
        try (Mats mats = new Mats()) {
            Mat inside = weight(mats, mask);
            Mat weight = mats.empty();
            blur(inside, weight, sigma, sigma);
            Core.max(weight, org.opencv.core.Scalar.all(LEAST_WEIGHT), weight);
            List<Plane> blurred = new ArrayList<>();
            for (Plane plane : planes) {
                plane.checkSize(mask.width(), mask.height());
                Mat value = mats.of(plane);
                Core.multiply(value, inside, value);
                blur(value, value, sigma, sigma);
                Core.divide(value, weight, value);
                blurred.add(Mats.plane(value));
            }
            return List.copyOf(blurred);
        }
    }

    /**
     * {@link #gaussian(Plane, Mask, double)} for wide Gaussians (σ of 8 pixels and more; a narrower one is taken as it is), in a
     * fraction of its time: means over squares of k pixels, k a quarter of σ, are blurred, divided and interpolated linearly.
     * The variance that squares and interpolation add is taken off the Gaussian's. On waves of seven σ it errs by less than
     * half a percent of their height.
     */
    public static Plane wideGaussian(Plane plane, Mask mask, double sigma) {
        int k = (int) (sigma / PIXELS_A_SIGMA);
        if (k < 2 || plane.width() < 4 * k || plane.height() < 4 * k) {
            return gaussian(plane, mask, sigma);
        }
        plane.checkSize(mask.width(), mask.height());
        double variance = sigma * sigma - (k * k - 1) / 12.0 - k * k / 6.0;
        double reduced = Math.sqrt(variance) / k;
        // Mirrored before squares are averaged: a mirror within a square would stand elsewhere.
        int reach = k * (int) Math.ceil(SUPPORT * sigma / k);
        int right = reach + (k - plane.width() % k) % k;
        int bottom = reach + (k - plane.height() % k) % k;
        Size whole = new Size(reach + plane.width() + right, reach + plane.height() + bottom);
        try (Mats mats = new Mats()) {
            Mat weight = weight(mats, mask);
            Mat value = mats.empty();
            Core.multiply(mats.of(plane), weight, value);
            for (Mat m : new Mat[] {value, weight}) {
                Core.copyMakeBorder(m, m, reach, bottom, reach, right, Core.BORDER_REFLECT);
                Imgproc.resize(m, m, new Size(whole.width / k, whole.height / k), 0, 0, Imgproc.INTER_AREA);
                blur(m, m, reduced, reduced);
            }
            Core.max(weight, org.opencv.core.Scalar.all(LEAST_WEIGHT), weight);
            Core.divide(value, weight, value);
            Imgproc.resize(value, value, whole, 0, 0, Imgproc.INTER_LINEAR);
            Mat inner = mats.own(value.submat(reach, reach + plane.height(), reach, reach + plane.width()));
            return Mats.plane(mats.own(inner.clone()));
        }
    }

    /** Mean over a square of {@code side} pixels (odd). */
    public static Plane box(Plane plane, int side) {
        if (side < 1 || side % 2 == 0) {
            throw new IllegalArgumentException("a box's side is odd and positive, not " + side);
        }
        try (Mats mats = new Mats()) {
            Mat out = mats.empty();
            Imgproc.blur(
                    mats.of(plane), out, new Size(side, side), new org.opencv.core.Point(-1, -1), Core.BORDER_REFLECT);
            return Mats.plane(out);
        }
    }

    /**
     * Second derivatives of the plane blurred with a Gaussian of {@code sigma} pixels, per pixel squared, in the order
     * ∂²/∂x², ∂²/∂x∂y, ∂²/∂y²: the Hessian matrix at scale σ, not normalised by it. σ is at least 0.3 pixels: the
     * derivatives of a narrower kernel vanish between the pixels.
     */
    public static Plane[] hessian(Plane plane, double sigma) {
        checkSigma(sigma);
        if (sigma < NARROWEST) {
            throw new IllegalArgumentException("derivatives need σ of at least 0.3 pixels, not " + sigma);
        }
        int half = (int) Math.ceil(SUPPORT * sigma) + 1;
        float[] g0 = new float[2 * half + 1];
        float[] g1 = new float[g0.length];
        float[] g2 = new float[g0.length];
        derivativeKernels(sigma, half, g0, g1, g2);
        try (Mats mats = new Mats()) {
            Mat in = mats.of(plane);
            Mat k0 = kernel(mats, g0);
            Mat k1 = kernel(mats, g1);
            Mat k2 = kernel(mats, g2);
            Mat out = mats.empty();
            Plane[] planes = new Plane[3];
            Mat[][] pairs = {{k2, k0}, {k1, k1}, {k0, k2}};
            for (int i = 0; i < planes.length; i++) {
                Imgproc.sepFilter2D(
                        in,
                        out,
                        CvType.CV_32F,
                        pairs[i][0],
                        pairs[i][1],
                        new org.opencv.core.Point(-1, -1),
                        0,
                        Core.BORDER_REFLECT);
                planes[i] = Mats.plane(out);
            }
            return planes;
        }
    }

    /** Sampled Gaussian and its first two derivatives, each corrected so that it is exact on 1, x and x². */
    private static void derivativeKernels(double sigma, int half, float[] g0, float[] g1, float[] g2) {
        double s2 = sigma * sigma;
        double[] g = new double[g0.length];
        double sum = 0;
        for (int i = -half; i <= half; i++) {
            g[i + half] = Math.exp(-i * i / (2 * s2));
            sum += g[i + half];
        }
        double first = 0;
        double mean = 0;
        for (int i = -half; i <= half; i++) {
            g[i + half] /= sum;
            first += i * i * g[i + half] / s2;
            mean += (i * i / s2 - 1) / s2 * g[i + half];
        }
        double second = 0;
        for (int i = -half; i <= half; i++) {
            g0[i + half] = (float) g[i + half];
            // OpenCV correlates: the kernel is not flipped, so the sign of the odd one is that of a correlation.
            g1[i + half] = (float) (i / s2 * g[i + half] / first);
            second += i * i * ((i * i / s2 - 1) / s2 - mean) * g[i + half];
        }
        for (int i = -half; i <= half; i++) {
            g2[i + half] = (float) (((i * i / s2 - 1) / s2 - mean) * g[i + half] * 2 / second);
        }
    }

    private static Mat kernel(Mats mats, float[] values) {
        Mat k = mats.own(new Mat(1, values.length, CvType.CV_32F));
        k.put(0, 0, Arrays.copyOf(values, values.length));
        return k;
    }

    private static Mat weight(Mats mats, Mask mask) {
        Mat weight = mats.empty();
        mats.of(mask).convertTo(weight, CvType.CV_32F);
        return weight;
    }

    private static Plane ratio(Mat value, Mat weight) {
        Core.max(weight, org.opencv.core.Scalar.all(LEAST_WEIGHT), weight);
        Core.divide(value, weight, value);
        return Mats.plane(value);
    }

    private static void blur(Mat in, Mat out, double sigmaX, double sigmaY) {
        Size side = new Size(taps(sigmaX), taps(sigmaY));
        Imgproc.GaussianBlur(in, out, side, sigmaX, sigmaY, Core.BORDER_REFLECT);
    }

    private static void checkSigma(double sigma) {
        if (!(sigma > 0 && sigma < 1000)) {
            throw new IllegalArgumentException("σ is greater than 0 and below 1000 pixels, not " + sigma);
        }
    }
}
