package org.dorsum.image;

import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/** Where a piece of one plane lies in another. */
public final class Matching {
    private Matching() {}

    /**
     * The best shift of a piece.
     *
     * @param dx columns by which the piece lies further right in the other plane, to a fraction of a pixel
     * @param dy rows by which it lies further down
     * @param score normalised cross-correlation there, −1 … 1
     */
    public record Shift(double dx, double dy, double score) {}

    /**
     * Finds the square of {@code 2·half + 1} pixels around (x, y) of {@code from} within {@code reach} pixels of the same
     * place in {@code in}; square and search area lie wholly within the planes. Peak to a fraction of a pixel by parabolas.
     */
    public static Shift find(Plane from, Plane in, int x, int y, int half, int reach) {
        try (Mats mats = new Mats()) {
            Mat a = piece(mats, from, x, y, half);
            Mat b = piece(mats, in, x, y, half + reach);
            Mat score = mats.empty();
            Imgproc.matchTemplate(b, a, score, Imgproc.TM_CCOEFF_NORMED);
            Core.MinMaxLocResult best = Core.minMaxLoc(score);
            int px = (int) best.maxLoc.x;
            int py = (int) best.maxLoc.y;
            float[] s = new float[score.rows() * score.cols()];
            score.get(0, 0, s);
            int w = score.cols();
            double fx = px > 0 && px < w - 1 ? vertex(s[py * w + px - 1], s[py * w + px], s[py * w + px + 1]) : 0;
            double fy = py > 0 && py < score.rows() - 1
                    ? vertex(s[(py - 1) * w + px], s[py * w + px], s[(py + 1) * w + px])
                    : 0;
            return new Shift(px + fx - reach, py + fy - reach, best.maxVal);
        }
    }

    private static Mat piece(Mats mats, Plane plane, int x, int y, int half) {
        if (x < half || y < half || x + half >= plane.width() || y + half >= plane.height()) {
            throw new IllegalArgumentException("the square around (" + x + ", " + y + ") leaves the plane");
        }
        int side = 2 * half + 1;
        float[] v = new float[side * side];
        for (int row = 0; row < side; row++) {
            System.arraycopy(plane.raw(), (y - half + row) * plane.width() + x - half, v, row * side, side);
        }
        return mats.of(new Plane(side, side, v));
    }

    private static double vertex(double before, double at, double after) {
        double bend = before - 2 * at + after;
        return bend < 0 ? Math.max(-0.5, Math.min(0.5, (before - after) / (2 * bend))) : 0;
    }
}
