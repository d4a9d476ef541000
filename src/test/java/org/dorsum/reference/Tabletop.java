package org.dorsum.reference;

import java.util.List;
import java.util.Optional;
import org.dorsum.image.Homography;
import org.dorsum.image.Markers;
import org.dorsum.image.Mask;
import org.dorsum.image.Point;
import org.dorsum.image.RgbImage;
import org.dorsum.photo.Photo;
import org.dorsum.photo.Provenance;

/** Photos of flat things drawn from their sizes in millimetres, through a pinhole camera whose pose is known. */
public final class Tabletop {
    public static final int WIDTH = 1200;
    public static final int HEIGHT = 900;
    private static final double FOCAL = 900; // pixels
    private static final int STEPS = 4; // samples a pixel and direction: an edge is placed to 1/8 pixel

    private Tabletop() {}

    /**
     * The map from millimetres on the table to pixels.
     *
     * @param seen point of the table that the optical axis meets, mm
     * @param pixelsPerMm there, if the camera looked straight down
     * @param turn of the camera about its axis, degrees
     * @param tilt of the camera towards the table's x axis, degrees
     */
    public static Homography camera(Point seen, double pixelsPerMm, double turn, double tilt) {
        double c = Math.cos(Math.toRadians(turn));
        double s = Math.sin(Math.toRadians(turn));
        double cosTilt = Math.cos(Math.toRadians(tilt));
        double perspective = Math.sin(Math.toRadians(tilt)) * pixelsPerMm / FOCAL; // depth is FOCAL / pixelsPerMm
        double w0 = 1 - perspective * seen.x();
        double cx = (WIDTH - 1) / 2.0;
        double cy = (HEIGHT - 1) / 2.0;
        double ax = pixelsPerMm * cosTilt * c;
        double ay = -pixelsPerMm * s;
        double bx = pixelsPerMm * cosTilt * s;
        double by = pixelsPerMm * c;
        return new Homography(
                (ax + cx * perspective) / w0,
                ay / w0,
                (-ax * seen.x() - ay * seen.y() + cx * w0) / w0,
                (bx + cy * perspective) / w0,
                by / w0,
                (-bx * seen.x() - by * seen.y() + cy * w0) / w0,
                perspective / w0,
                0);
    }

    /** What lies on the table: a colour at a place in millimetres, packed as 0xRRGGBB. */
    public interface Scene {
        int at(double xMm, double yMm);
    }

    /** The scene through {@code camera}, a little grain on it. */
    public static RgbImage picture(Scene scene, Homography camera) {
        Homography toMm = camera.inverse();
        return RgbImage.of(WIDTH, HEIGHT, (x, y) -> {
            int[] sum = new int[3];
            for (int i = 0; i < STEPS * STEPS; i++) {
                int row = i / STEPS;
                Point mm = toMm.apply(new Point(x + (i % STEPS + 0.5) / STEPS - 0.5, y + (row + 0.5) / STEPS - 0.5));
                int rgb = scene.at(mm.x(), mm.y());
                sum[0] += rgb >> 16 & 0xff;
                sum[1] += rgb >> 8 & 0xff;
                sum[2] += rgb & 0xff;
            }
            int grain = ((x * 73_856_093 ^ y * 19_349_663) >>> 7) % 5 - 2;
            int packed = 0;
            for (int v : sum) {
                packed = packed << 8 | Math.max(0, Math.min(255, v / (STEPS * STEPS) + grain));
            }
            return packed;
        });
    }

    /** Dorsum's card with its top left corner at the origin, on {@code ground}. */
    public static Scene card(int ground) {
        List<Mask> codes = CardLayout.IDS.stream()
                .map(id -> Markers.pattern(CardLayout.DICTIONARY, id))
                .toList();
        List<CardLayout.Patch> patches = CardLayout.patches();
        return (x, y) -> {
            if (x < 0 || y < 0 || x >= CardLayout.WIDTH_MM || y >= CardLayout.HEIGHT_MM) {
                return ground;
            }
            for (int i = 0; i < 4; i++) {
                Point p = CardLayout.marker(i);
                Optional<Boolean> black = black(codes.get(i), x - p.x(), y - p.y(), CardLayout.MARKER_MM);
                if (black.isPresent()) {
                    return black.get() ? 0x181818 : 0xF4F4F4;
                }
            }
            for (CardLayout.Patch p : patches) {
                double px = x - p.topLeft().x();
                double py = y - p.topLeft().y();
                if (px >= 0 && py >= 0 && px < p.widthMm() && py < p.heightMm()) {
                    return p.rgb();
                }
            }
            return 0xF4F4F4;
        };
    }

    /** A marker with its black square's top left corner at the origin and 5 mm of paper around it. */
    public static Scene marker(Markers.Dictionary dictionary, int id, double side, int ground) {
        Mask code = Markers.pattern(dictionary, id);
        return (x, y) -> x < -5 || y < -5 || x > side + 5 || y > side + 5
                ? ground
                : black(code, x, y, side).orElse(false) ? 0x181818 : 0xF4F4F4;
    }

    private static Optional<Boolean> black(Mask code, double x, double y, double side) {
        int column = (int) Math.floor(x / side * code.width());
        int row = (int) Math.floor(y / side * code.height());
        return column < 0 || row < 0 || column >= code.width() || row >= code.height()
                ? Optional.empty()
                : Optional.of(code.at(column, row));
    }

    /** A plate with rounded corners, its top left corner at the origin, with a stripe and a chip printed on it. */
    public static Scene plate(double width, double height, double radius, int colour, int print, int ground) {
        return (x, y) -> {
            double dx = Math.max(0, Math.abs(x - width / 2) - width / 2 + radius);
            double dy = Math.max(0, Math.abs(y - height / 2) - height / 2 + radius);
            if (Math.abs(x - width / 2) > width / 2
                    || Math.abs(y - height / 2) > height / 2
                    || Math.hypot(dx, dy) > radius) {
                return ground;
            }
            boolean printed = (y > 30 && y < 36) || (x > 10 && x < 22 && y > 14 && y < 23);
            return printed ? print : colour;
        };
    }

    /** A photo of these pixels. */
    public static Photo photo(RgbImage pixels) {
        return new Photo(
                "table",
                pixels,
                false,
                new Provenance("0".repeat(64), "PNG", 8, "sRGB", 1, Optional.empty()),
                List.of());
    }

    /** A picture turned by a quarter, clockwise. */
    public static RgbImage turned(RgbImage p) {
        return RgbImage.of(p.height(), p.width(), (x, y) -> p.packed(y, p.height() - 1 - x));
    }
}
