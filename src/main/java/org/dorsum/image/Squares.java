package org.dorsum.image;

/**
 * Squares of {@code side} × {@code side} pixels seen through a mask: means of planes over the mask's pixels in each. What is left
 * over at the right and below is cut. Immutable.
 */
public final class Squares {
    private final Mask mask;
    private final int side;
    private final int width;
    private final int height;
    private final int[] count;

    private Squares(Mask mask, int side, int[] count) {
        this.mask = mask;
        this.side = side;
        width = mask.width() / side;
        height = mask.height() / side;
        this.count = count;
    }

    /** The squares of this side, at least one of which fits into the mask's picture. */
    public static Squares of(Mask mask, int side) {
        if (side < 1 || side > mask.width() || side > mask.height()) {
            throw new IllegalArgumentException("no square of " + side + " pixels fits into " + mask);
        }
        int width = mask.width() / side;
        int height = mask.height() / side;
        int[] count = new int[width * height];
        byte[] inside = mask.raw();
        for (int y = 0; y < height * side; y++) {
            int i = y * mask.width();
            for (int x = 0, to = y / side * width; x < width; x++, to++) {
                int n = 0;
                for (int end = i + side; i < end; i++) {
                    n += inside[i];
                }
                count[to] += n;
            }
        }
        return new Squares(mask, side, count);
    }

    /** Mean of the plane, of the mask's size, over the mask's pixels of each square; 0 where there is none. */
    public Plane means(Plane plane) {
        plane.checkSize(mask.width(), mask.height());
        float[] values = plane.raw();
        byte[] inside = mask.raw();
        double[] sum = new double[width * height];
        for (int y = 0; y < height * side; y++) {
            int i = y * mask.width();
            for (int x = 0, to = y / side * width; x < width; x++, to++) {
                double s = sum[to];
                for (int end = i + side; i < end; i++) {
                    s += inside[i] * values[i];
                }
                sum[to] = s;
            }
        }
        float[] means = new float[sum.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = (float) (sum[i] / Math.max(1, count[i]));
        }
        return new Plane(width, height, means);
    }

    /** Squares of which the mask has at least half. */
    public Mask half() {
        byte[] half = new byte[count.length];
        for (int i = 0; i < half.length; i++) {
            half[i] = (byte) (2 * count[i] >= side * side ? 1 : 0);
        }
        return new Mask(width, height, half);
    }

    /** The mask on a grid {@code n} times as fine, of the given size, whose first {@code n} × {@code n} pixels lie in its first; beyond it nothing is. */
    public static Mask enlarged(Mask mask, int n, int width, int height) {
        byte[] fine = new byte[width * height];
        for (int y = 0; y < Math.min(height, mask.height() * n); y++) {
            for (int x = 0, i = y * width; x < Math.min(width, mask.width() * n); x++, i++) {
                fine[i] = mask.raw()[y / n * mask.width() + x / n];
            }
        }
        return new Mask(width, height, fine);
    }
}
