package org.dorsum.hand;

import java.util.List;
import org.dorsum.image.Affine;
import org.dorsum.image.Point;
import org.dorsum.image.RgbImage;

/**
 * A square seen through the network's eyes: where its pixels lie in a photo.
 *
 * @param toPhoto from pixels of the square to pixels of the photo
 */
record SquareView(Affine toPhoto) {
    private static final int SIDE = HandNetwork.SIDE;

    /** The whole photo, centred. */
    static SquareView whole(int width, int height) {
        double scale = Math.max(width, height) / (double) SIDE;
        double middle = (SIDE - 1) / 2.0;
        return new SquareView(new Affine(
                scale, 0, (width - 1) / 2.0 - scale * middle, 0, scale, (height - 1) / 2.0 - scale * middle));
    }

    /**
     * The square of {@code extent} photo pixels about {@code centre} whose upward direction is {@code up}, a unit vector in the
     * photo.
     */
    static SquareView about(Point centre, Point up, double extent) {
        double scale = extent / SIDE;
        double middle = (SIDE - 1) / 2.0;
        // The square's y axis points down: along −up; its x axis completes it without mirroring.
        double xx = -up.y() * scale;
        double yx = up.x() * scale;
        double xy = -up.x() * scale;
        double yy = -up.y() * scale;
        return new SquareView(
                new Affine(xx, xy, centre.x() - (xx + xy) * middle, yx, yy, centre.y() - (yx + yy) * middle));
    }

    /**
     * The photo's pixels as the network reads them: 3 × 192 × 192, {@code sRGB − 0.5}, 0 beyond the photo. Averages four points
     * a pixel where the photo is finer.
     */
    float[] sample(RgbImage photo) {
        float[] out = new float[3 * SIDE * SIDE];
        int points = toPhoto.scale() > 1.2 ? 2 : 1;
        float share = points == 2 ? 0.25f : 1;
        float[] rgb = new float[3];
        for (int y = 0, i = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++, i++) {
                for (int k = 0; k < points * points; k++) {
                    double u = x + (k % points + 0.5) / points - 0.5;
                    double v = y + (Math.floorDiv(k, points) + 0.5) / points - 0.5;
                    double px = toPhoto.xx() * u + toPhoto.xy() * v + toPhoto.x0();
                    double py = toPhoto.yx() * u + toPhoto.yy() * v + toPhoto.y0();
                    if (px > -0.5 && py > -0.5 && px < photo.width() - 0.5 && py < photo.height() - 0.5) {
                        interpolate(photo, px, py, rgb);
                        for (int c = 0; c < 3; c++) {
                            out[c * SIDE * SIDE + i] += (rgb[c] / 255 - 0.5f) * share;
                        }
                    }
                }
            }
        }
        return out;
    }

    private static void interpolate(RgbImage photo, double px, double py, float[] rgb) {
        double x = Math.max(0, Math.min(photo.width() - 1, px));
        double y = Math.max(0, Math.min(photo.height() - 1, py));
        int x0 = (int) x;
        int y0 = (int) y;
        int x1 = Math.min(x0 + 1, photo.width() - 1);
        int y1 = Math.min(y0 + 1, photo.height() - 1);
        float fx = (float) (x - x0);
        float fy = (float) (y - y0);
        int a = photo.packed(x0, y0);
        int b = photo.packed(x1, y0);
        int c = photo.packed(x0, y1);
        int d = photo.packed(x1, y1);
        for (int k = 0; k < 3; k++) {
            int s = 16 - 8 * k;
            float top = (a >> s & 255) * (1 - fx) + (b >> s & 255) * fx;
            float bottom = (c >> s & 255) * (1 - fx) + (d >> s & 255) * fx;
            rgb[k] = top * (1 - fy) + bottom * fy;
        }
    }

    /** Whether the view is turned by 15° against the other, shifted by a tenth of its side, or an eighth larger or smaller. */
    boolean differsFrom(SquareView other) {
        Affine between = toPhoto.then(other.toPhoto.inverse());
        Point middle = new Point((SIDE - 1) / 2.0, (SIDE - 1) / 2.0);
        double turn = Math.abs(Math.atan2(between.yx(), between.xx()));
        double size = between.scale();
        return turn > Math.toRadians(15)
                || Math.max(size, 1 / size) > 1.125
                || between.apply(middle).distanceTo(middle) > 0.1 * SIDE;
    }

    /** The same square in a photo that is {@code factor} times as large. */
    SquareView scaled(double factor) {
        return new SquareView(toPhoto.then(Affine.scaling(factor)));
    }

    /** Direction in the photo that is up in the square, a unit vector. */
    Point up() {
        double scale = toPhoto.scale();
        return new Point(-toPhoto.xy() / scale, -toPhoto.yy() / scale);
    }

    /** The pixels of a photo of {@code width} × {@code height} among which those of the square are; right and bottom excluded. */
    Bounds bounds(int width, int height) {
        Point middle = toPhoto.apply(new Point((SIDE - 1) / 2.0, (SIDE - 1) / 2.0));
        double reach = SIDE / 2.0 * (Math.abs(toPhoto.xx()) + Math.abs(toPhoto.xy()));
        return new Bounds(
                (int) Math.max(0, middle.x() - reach),
                (int) Math.max(0, middle.y() - reach),
                (int) Math.min(width, middle.x() + reach + 1),
                (int) Math.min(height, middle.y() + reach + 1));
    }

    /** A rectangle of pixels. */
    record Bounds(int left, int top, int right, int bottom) {}

    /** The square's mirror image, left and right exchanged. */
    static float[] mirrored(float[] square) {
        float[] out = new float[square.length];
        for (int i = 0; i < out.length; i++) {
            int x = i % SIDE;
            out[i] = square[i - x + SIDE - 1 - x];
        }
        return out;
    }

    /** Key points of the square in the photo. */
    List<Landmark> inPhoto(List<Landmark> points) {
        return points.stream()
                .map(p -> new Landmark(toPhoto.apply(p.position()), p.confidence()))
                .toList();
    }
}
