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

    /** Mean of the plane, of the mask's size, over the mask's pixels of each square, summed in float; 0 where there is none. */
    public Plane means(Plane plane) {
        plane.checkSize(mask.width(), mask.height());
        float[] seen = seen(plane.raw(), mask.weights().raw());
        float[] means = new float[width * height];
        float[] row = new float[mask.width()];
        float[] sum = new float[mask.width()];
        for (int y = 0, i = 0; y < height; y++) {
            System.arraycopy(seen, y * side * row.length, sum, 0, row.length);
            for (int v = y * side + 1; v < (y + 1) * side; v++) {
                System.arraycopy(seen, v * row.length, row, 0, row.length);
                add(row, sum);
            }
            for (int x = 0, from = 0; x < width; x++, i++) {
                float s = 0;
                for (int end = from + side; from < end; from++) {
                    s += sum[from];
                }
                means[i] = s / Math.max(1, count[i]);
            }
        }
        return new Plane(width, height, means);
    }

    private static float[] seen(float[] values, float[] weights) {
        float[] seen = new float[values.length];
        for (int i = 0; i < seen.length; i++) {
            seen[i] = values[i] * weights[i];
        }
        return seen;
    }

    private static void add(float[] row, float[] sum) {
        for (int x = 0; x < sum.length; x++) {
            sum[x] += row[x];
        }
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
            if (y % n > 0) {
                System.arraycopy(fine, (y - 1) * width, fine, y * width, width);
                continue;
            }
            for (int x = 0, i = y * width; x < Math.min(width, mask.width() * n); x++, i++) {
                fine[i] = mask.raw()[y / n * mask.width() + x / n];
            }
        }
        return new Mask(width, height, fine);
    }
}
