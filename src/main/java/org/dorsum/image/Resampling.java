package org.dorsum.image;

import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Pictures, planes and masks at another size or seen through an affine map. */
public final class Resampling {
    private static final int PLACE_BITS = 10;
    private static final int PLACES = 1 << PLACE_BITS; // of a pixel that nearest pixels are told by

    private Resampling() {}

    /** The picture at {@code width} × {@code height}: areas averaged when shrinking, linear when growing. */
    public static RgbImage resize(RgbImage image, int width, int height) {
        try (Mats mats = new Mats()) {
            Mat out = mats.empty();
            Imgproc.resize(
                    mats.of(image),
                    out,
                    new Size(width, height),
                    0,
                    0,
                    interpolation(image.width(), image.height(), width, height));
            return Mats.rgb(out);
        }
    }

    /**
     * The picture reduced by the whole number that brings its longer side nearest to {@code longSide}, squares of pixels
     * averaged (what is left over at the right and below is cut); itself if that number is 1.
     */
    public static RgbImage reducedTowards(RgbImage image, int longSide) {
        int n = (int) Math.rint(Math.max(image.width(), image.height()) / (double) longSide);
        n = Math.min(n, Math.min(image.width(), image.height()));
        return n < 2 ? image : BlockMeans.of(image, n);
    }

    /** The plane at {@code width} × {@code height}: areas averaged when shrinking, linear when growing. */
    public static Plane resize(Plane plane, int width, int height) {
        try (Mats mats = new Mats()) {
            Mat out = mats.empty();
            Imgproc.resize(
                    mats.of(plane),
                    out,
                    new Size(width, height),
                    0,
                    0,
                    interpolation(plane.width(), plane.height(), width, height));
            return Mats.plane(out);
        }
    }

    /** The mask at {@code width} × {@code height}: a pixel is inside where at least half of it is. */
    public static Mask resize(Mask mask, int width, int height) {
        try (Mats mats = new Mats()) {
            Mat weight = mats.empty();
            mats.of(mask).convertTo(weight, CvType.CV_32F);
            Mat out = mats.empty();
            Imgproc.resize(
                    weight,
                    out,
                    new Size(width, height),
                    0,
                    0,
                    interpolation(mask.width(), mask.height(), width, height));
            return Mats.plane(out).above(0.5 - 1e-6);
        }
    }

    /**
     * Where the plane, whose values are 0 … 1, exceeds {@code threshold} once it is at {@code width} × {@code height}, by
     * linear interpolation. Values are held in steps of 1/255.
     */
    public static Mask enlargedAbove(Plane share, double threshold, int width, int height) {
        float[] values = share.raw();
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.max(0, Math.min(255, Math.rint(255 * values[i])));
        }
        int above = (int) Math.floor(255 * threshold);
        return EnlargedMask.of(bytes, share.width(), share.height(), above, width, height);
    }

    /**
     * The plane on a grid {@code n} times as fine, of the given size, whose first {@code n} × {@code n} pixels lie in its first, by linear interpolation;
     * beyond the outermost centres the border's values repeat.
     */
    public static Plane enlarged(Plane plane, int n, int width, int height) {
        float[] out = new float[width * height];
        float[] row = new float[plane.width()];
        int[] left = new int[width];
        float[] along = new float[width];
        for (int x = 0; x < width; x++) {
            float u = place(x, n, row.length);
            left[x] = Math.min((int) u, Math.max(0, row.length - 2));
            along[x] = u - left[x];
        }
        int next = row.length > 1 ? 1 : 0;
        for (int y = 0; y < height; y++) {
            float v = place(y, n, plane.height());
            int top = Math.min((int) v, Math.max(0, plane.height() - 2));
            int below = Math.min(top + 1, plane.height() - 1);
            float down = v - top;
            for (int x = 0; x < row.length; x++) {
                row[x] = plane.at(x, top) + down * (plane.at(x, below) - plane.at(x, top));
            }
            for (int x = 0, i = y * width; x < width; x++, i++) {
                float from = row[left[x]];
                out[i] = from + along[x] * (row[left[x] + next] - from);
            }
        }
        return new Plane(width, height, out);
    }

    private static float place(int fine, int n, int size) {
        return Math.max(0, Math.min(size - 1f, (fine + 0.5f) / n - 0.5f));
    }

    /** The rectangle of {@code width} × {@code height} pixels whose top left is (left, top), wholly within the picture. */
    public static RgbImage crop(RgbImage image, int left, int top, int width, int height) {
        boolean within = left >= 0 && top >= 0 && left <= image.width() - width && top <= image.height() - height;
        if (!within || width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    width + " × " + height + " pixels from (" + left + ", " + top + ") are not within " + image);
        }
        return image.part(left, top, width, height);
    }

    /**
     * The plane seen on a new grid: the value at {@code p} of the result is the plane's at {@code toSource(p)}, by cubic
     * interpolation; beyond the border the border's values repeat. Shrinking needs smoothing first.
     */
    public static Plane warp(Plane plane, Affine toSource, int width, int height) {
        return warp(List.of(plane), toSource, width, height).get(0);
    }

    /** The same where the grid itself is bent: the value at {@code p} is the plane's at {@code toSource(p + off(p))}. */
    public static Plane warp(Plane plane, Affine toSource, Displacement off) {
        return warp(List.of(plane), toSource, off).get(0);
    }

    /** {@link #warp(Plane, Affine, int, int)} of planes of one size, in less time than one by one. */
    public static List<Plane> warp(List<Plane> planes, Affine toSource, int width, int height) {
        return CubicWarp.warp(planes, toSource, width, height);
    }

    /** {@link #warp(Plane, Affine, Displacement)} of planes of one size. */
    public static List<Plane> warp(List<Plane> planes, Affine toSource, Displacement off) {
        return CubicWarp.warp(planes, toSource, off);
    }

    /**
     * The mask seen on a new grid; a pixel is inside where the nearest of the source is, places being told to 1/1024 pixel; beyond
     * the border nothing is.
     */
    public static Mask warp(Mask mask, Affine toSource, int width, int height) {
        byte[] out = new byte[width * height]; // places as OpenCV tells them, whose answers these are bit by bit
        int[] alongX = new int[width];
        int[] alongY = new int[width];
        for (int x = 0; x < width; x++) {
            alongX[x] = (int) Math.rint(PLACES * toSource.xx() * x);
            alongY[x] = (int) Math.rint(PLACES * toSource.yx() * x);
        }
        for (int y = 0, i = 0; y < height; y++) {
            int startX = (int) Math.rint(PLACES * (toSource.xy() * y + toSource.x0())) + PLACES / 2;
            int startY = (int) Math.rint(PLACES * (toSource.yy() * y + toSource.y0())) + PLACES / 2;
            for (int x = 0; x < width; x++, i++) {
                int u = (int) (((long) startX + alongX[x]) >> PLACE_BITS);
                int v = (int) (((long) startY + alongY[x]) >> PLACE_BITS);
                out[i] = mask.contains(u, v) ? (byte) 1 : 0;
            }
        }
        return new Mask(width, height, out);
    }

    /** The picture seen on a new grid, by linear interpolation; beyond the border it is black. */
    public static RgbImage warp(RgbImage image, Affine toSource, int width, int height) {
        try (Mats mats = new Mats()) {
            Mat out = mats.empty();
            warp(mats, mats.of(image), out, toSource, width, height, Imgproc.INTER_LINEAR, Core.BORDER_CONSTANT);
            return Mats.rgb(out);
        }
    }

    private static void warp(
            Mats mats, Mat in, Mat out, Affine toSource, int width, int height, int interpolation, int border) {
        Mat map = mats.own(new Mat(2, 3, CvType.CV_64F));
        map.put(0, 0, toSource.xx(), toSource.xy(), toSource.x0(), toSource.yx(), toSource.yy(), toSource.y0());
        Imgproc.warpAffine(
                in, out, map, new Size(width, height), interpolation | Imgproc.WARP_INVERSE_MAP, border, new Scalar(0));
    }

    /** OpenCV averages areas only if neither side grows. */
    private static int interpolation(int fromWidth, int fromHeight, int toWidth, int toHeight) {
        boolean growsNowhere = toWidth <= fromWidth && toHeight <= fromHeight;
        return growsNowhere ? Imgproc.INTER_AREA : Imgproc.INTER_LINEAR;
    }
}
