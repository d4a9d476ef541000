package org.dorsum.synth;

import java.util.Optional;

/** Paints what the hand lies on or is held before, with the hand's shadow. */
final class Scenery {
    private static final double FILL = 0.42; // of a full shadow, on a surface that throws all light back
    private static final double BLURRED = 0.3; // pixels: less cannot be seen

    private Scenery() {}

    static void paint(Scene s, Surface surface, Shade shade, Canvas canvas) {
        Ground ground = s.setup.ground();
        if (ground.far()) {
            far(s, surface, canvas);
            return;
        }
        Camera c = s.camera;
        double[] rgb = new double[3];
        Light light = s.setup.light();
        double finest = 1 / s.pixelsPerMm;
        double red = tint(light, true);
        double blue = tint(light, false);
        double fill = FILL * s.bounce;
        double phase = ground.backdrop().placed()
                ? 0
                : Rng.of(s.setup.seed(), "scenery").uniform(0, 500);
        Vec e = c.eye();
        double turn = Rng.of(s.setup.seed(), "scenery turn").uniform(0, 6.2832);
        double cos = StrictMath.cos(turn);
        double sin = StrictMath.sin(turn);
        // The shadow on a surface behind the hand is that on a surface it touches, moved along the light.
        double plane = s.table - ground.gap() * s.plane.z();
        double along = ground.gap() / Math.max(s.key.dot(s.plane), 0.3);
        Optional<LaidCard> card = s.card();
        double keyOnCard = Shader.keyOnFlatSkin(s); // a card is read against skin: the same law of light for both
        for (int y = 0; y < c.height(); y++) {
            for (int x = 0; x < c.width(); x++) {
                int i = y * c.width() + x;
                if (surface.cover[i] >= 1) {
                    continue;
                }
                double a = (x - c.cx()) / c.focal();
                double b = (y - c.cy()) / c.focal();
                double rx = c.forward().x() + a * c.right().x() + b * c.down().x();
                double ry = c.forward().y() + a * c.right().y() + b * c.down().y();
                double rz = c.forward().z() + a * c.right().z() + b * c.down().z();
                double t = (plane - e.z()) / rz;
                double px = e.x() + t * rx;
                double py = e.y() + t * ry;
                boolean onCard = card.isPresent() && card.get().colour(px, py, rgb);
                if (!onCard) {
                    ground.backdrop().colour(cos * px + sin * py + phase, cos * py - sin * px + phase, finest, rgb);
                }
                double qx = px + along * s.key.x();
                double qy = py + along * s.key.y();
                // Light that surface and hand throw at each other fills the shadows of a bright surface.
                double key = light.keyShare()
                        * (onCard ? keyOnCard : 1)
                        * (fill + (1 - fill) * shade.at(shade.tableKey, qx, qy));
                double least = 0.2 + 0.8 * fill;
                double sky = (1 - light.keyShare()) * (least + (1 - least) * shade.at(shade.tableSky, px, py));
                canvas.rgb[0][i] = (float) (rgb[0] * (key * red + sky));
                canvas.rgb[1][i] = (float) (rgb[1] * (key + sky));
                canvas.rgb[2][i] = (float) (rgb[2] * (key * blue + sky));
            }
        }
    }

    /** A room far behind the hand: upright in the picture, in light of its own, out of focus. */
    private static void far(Scene s, Surface surface, Canvas canvas) {
        Ground ground = s.setup.ground();
        Rng r = Rng.of(s.setup.seed(), "scenery");
        boolean placed = ground.backdrop().placed();
        double shiftX = placed ? 0 : r.uniform(-150, 150);
        double shiftY = placed ? 0 : r.uniform(-150, 150);
        double level = r.uniform(0.35, 1.1);
        double sigma = ground.blur() * s.pixelsPerMm;
        double[] rgb = new double[3];
        double perPixel = 1 / s.pixelsPerMm;
        for (int y = 0; y < canvas.height; y++) {
            for (int x = 0; x < canvas.width; x++) {
                int i = y * canvas.width + x;
                if (surface.cover[i] >= 1 && sigma < BLURRED) {
                    continue;
                }
                double px = (x - canvas.width / 2.0) * perPixel + shiftX;
                double py = (y - canvas.height / 2.0) * perPixel + shiftY;
                ground.backdrop().colour(px, py, perPixel, rgb);
                for (int c = 0; c < 3; c++) {
                    canvas.rgb[c][i] = (float) (level * rgb[c]);
                }
            }
        }
        if (sigma >= BLURRED) {
            for (float[] channel : canvas.rgb) {
                Blur.gaussian(channel, canvas.width, canvas.height, sigma);
            }
        }
    }

    /** Gain of red or blue in the key light. */
    static double tint(Light light, boolean red) {
        return red ? Math.sqrt(light.warmth()) : 1 / Math.sqrt(light.warmth());
    }
}
