package org.dorsum.hand;

import java.util.List;
import org.dorsum.image.Affine;
import org.dorsum.image.Point;
import org.dorsum.image.RgbImage;
import org.dorsum.image.TurnedSquare;

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
        return TurnedSquare.sample(photo, toPhoto, SIDE, toPhoto.scale() > 1.2 ? 2 : 1);
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
