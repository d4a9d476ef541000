package org.dorsum.image;

import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Growing and shrinking masks by a radius in pixels. What lies off the picture counts as outside. */
public final class Morphology {
    private Morphology() {}

    /** Pixels whose distance to the outside is greater than {@code radius}. */
    public static Mask erode(Mask mask, double radius) {
        checkRadius(radius);
        int width = mask.width();
        int height = mask.height();
        byte[] near = Discs.around(mask.raw(), 0, width, height, radius);
        int frame = (int) radius; // so many rows and columns are that near to the frame
        for (int y = 0, i = 0; y < height; y++) {
            boolean byFrame = y < frame || y >= height - frame;
            for (int x = 0; x < width; x++, i++) {
                near[i] = (byte) (byFrame || x < frame || x >= width - frame ? 0 : 1 - near[i]);
            }
        }
        return new Mask(width, height, near);
    }

    /** Pixels at most {@code radius} from the set. */
    public static Mask dilate(Mask mask, double radius) {
        checkRadius(radius);
        return new Mask(mask.width(), mask.height(), Discs.around(mask.raw(), 1, mask.width(), mask.height(), radius));
    }

    /** Erosion, then dilation: thin parts vanish. */
    public static Mask open(Mask mask, double radius) {
        return dilate(erode(mask, radius), radius);
    }

    /** Dilation, then erosion on a picture wide enough that the border does not bite: gaps close. */
    public static Mask close(Mask mask, double radius) {
        checkRadius(radius);
        int width = mask.width();
        int height = mask.height();
        int pad = (int) Math.ceil(radius) + 2;
        int wide = width + 2 * pad;
        byte[] padded = new byte[wide * (height + 2 * pad)];
        for (int y = 0; y < height; y++) {
            System.arraycopy(mask.raw(), y * width, padded, (y + pad) * wide + pad, width);
        }
        byte[] grown = Discs.around(padded, 1, wide, height + 2 * pad, radius);
        byte[] opened = Discs.around(grown, 0, wide, height + 2 * pad, radius);
        byte[] closed = new byte[width * height];
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0, from = (y + pad) * wide + pad; x < width; x++, i++) {
                closed[i] = (byte) (1 - opened[from + x]);
            }
        }
        return new Mask(width, height, closed);
    }

    /**
     * Distance of each pixel of the set to the nearest pixel outside it, in pixels, 0 outside. The picture's frame counts
     * as outside, one pixel beyond the last.
     */
    public static Plane distanceToOutside(Mask mask) {
        try (Mats mats = new Mats()) {
            Mat framed = mats.empty();
            Core.copyMakeBorder(mats.of(mask), framed, 1, 1, 1, 1, Core.BORDER_CONSTANT, new Scalar(0));
            Mat distance = mats.empty();
            Imgproc.distanceTransform(framed, distance, Imgproc.DIST_L2, Imgproc.DIST_MASK_PRECISE);
            Mat inner = mats.own(distance.submat(1, 1 + mask.height(), 1, 1 + mask.width()));
            Mat copy = mats.own(inner.clone());
            return Mats.plane(copy);
        }
    }

    /**
     * Mask dilated by a flat square of {@code side} pixels, much cheaper than {@link #dilate} for small radii.
     */
    public static Mask growSquare(Mask mask, int side) {
        if (side < 1) {
            throw new IllegalArgumentException("a square's side is positive, not " + side);
        }
        try (Mats mats = new Mats()) {
            Mat out = mats.empty();
            Mat kernel = mats.own(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(side, side)));
            Imgproc.dilate(mats.of(mask), out, kernel);
            return Mats.mask(out);
        }
    }

    private static void checkRadius(double radius) {
        if (!(radius >= 0 && radius < 10_000)) {
            throw new IllegalArgumentException("a radius is at least 0 and below 10000 pixels, not " + radius);
        }
    }
}
