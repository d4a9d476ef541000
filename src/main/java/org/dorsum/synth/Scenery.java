package org.dorsum.synth;

/** Paints what the hand lies on, with the hand's shadow. */
final class Scenery {
    private static final double FILL = 0.42; // of a full shadow, on a surface that throws all light back

    private Scenery() {}

    static void paint(Scene s, Surface surface, Shade shade, Canvas canvas) {
        Camera c = s.camera;
        double[] rgb = new double[3];
        Light light = s.setup.light();
        double finest = 1 / s.pixelsPerMm;
        double red = tint(light, true);
        double blue = tint(light, false);
        double fill = FILL * s.bounce;
        double phase = Rng.of(s.setup.seed(), "scenery").uniform(0, 500);
        Vec e = c.eye();
        double turn = Rng.of(s.setup.seed(), "scenery turn").uniform(0, 6.2832);
        double cos = StrictMath.cos(turn);
        double sin = StrictMath.sin(turn);
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
                double t = (s.table - e.z()) / rz;
                double px = e.x() + t * rx;
                double py = e.y() + t * ry;
                s.setup.backdrop().colour(cos * px + sin * py + phase, cos * py - sin * px + phase, finest, rgb);
                // Light that surface and hand throw at each other fills the shadows of a bright surface.
                double key = light.keyShare() * (fill + (1 - fill) * shade.at(shade.tableKey, px, py));
                double least = 0.2 + 0.8 * fill;
                double sky = (1 - light.keyShare()) * (least + (1 - least) * shade.at(shade.tableSky, px, py));
                canvas.rgb[0][i] = (float) (rgb[0] * (key * red + sky));
                canvas.rgb[1][i] = (float) (rgb[1] * (key + sky));
                canvas.rgb[2][i] = (float) (rgb[2] * (key * blue + sky));
            }
        }
    }

    /** Gain of red or blue in the key light. */
    static double tint(Light light, boolean red) {
        return red ? Math.sqrt(light.warmth()) : 1 / Math.sqrt(light.warmth());
    }
}
