package org.dorsum.synth;

/**
 * Paints the hand: relief bends the normals, light falls on them, spreads a little below the surface (red farthest), takes
 * the colour of the pigments, and the oily surface adds gloss.
 */
final class Shader {
    private static final double FAR_MM = 1.0; // σ of light that travels far below the surface
    private static final double NEAR_MM = 0.4; // σ of light that travels little
    private static final double[] FAR_SHARE = {0.42, 0.16, 0.06}; // of red, green, blue; after d'Eon, Luebke 2007
    private static final double[] NEAR_SHARE = {0.28, 0.30, 0.22};
    private static final double CAVITY = 2.2; // share of light lost per millimetre of depth of a furrow
    private static final double CAVITY_MM =
            0.7; // what is deeper than its surroundings of this size (σ) counts as a furrow
    private static final double BOUNCE = 0.2; // light from a white surface on skin at right angles to it
    private static final double[] VEIN = {0.13, 0.065, 0.03}; // light lost over a full vein: bluish, as photographed

    private final Scene s;
    private final Surface g;
    private final Shade shade;
    private final Canvas canvas;
    private final byte[] cells;
    private float[] weight = {};
    private float[] smooth = {};
    private final int n;
    private final float[] height;
    private final float[] light;
    private final float[] gloss;
    private final float[][] albedo;
    private final Vec towardsCamera;
    private final Vec half;
    private final double keyLevel; // brings a surface that lies flat to full light
    private final Nails.Place place = new Nails.Place();
    private final double[] rgb = new double[3];
    private final double[] pigment = new double[2];

    Shader(Scene s, Surface g, Shade shade, Canvas canvas) {
        this.s = s;
        this.g = g;
        this.shade = shade;
        this.canvas = canvas;
        this.n = g.width * g.height;
        this.cells = new byte[n];
        this.height = new float[n];
        this.light = new float[n];
        this.gloss = new float[n];
        this.albedo = new float[3][n];
        this.towardsCamera = s.camera.forward().times(-1);
        this.half = s.key.plus(towardsCamera).unit();
        this.keyLevel = 1 / Math.max(s.key.dot(s.up), 0.5);
    }

    /** Paints the hand over what is on the canvas and returns the class of each pixel as {@link CellClass#code()}. */
    byte[] paint() {
        for (int i = 0; i < n; i++) {
            if (g.cover[i] > 0) {
                material(i);
            }
        }
        weight = new float[n];
        for (int i = 0; i < n; i++) {
            weight[i] = g.cover[i] > 0 && g.thing[i] == Surface.SKIN ? 1 : 0;
        }
        smooth = spread(height, CAVITY_MM);
        for (int y = 0, i = 0; y < g.height; y++) {
            for (int x = 0; x < g.width; x++, i++) {
                if (g.cover[i] > 0) {
                    illuminate(x, y, i);
                }
            }
        }
        spreadAndMix();
        return cells;
    }

    /** Colour, relief and class of a pixel. */
    private void material(int i) {
        boolean most = g.cover[i] >= 0.5;
        if (g.thing[i] != Surface.SKIN) {
            Worn w = s.flesh.worn(g.thing[i]);
            double k = w.folds() > 0 ? 1 + 0.10 * Noise.gradient(g.u[i] * 1.7, g.v[i] * 1.7, 5) : 1;
            set(i, w.red() * k, w.green() * k, w.blue() * k);
            cells[i] = most ? w.cell().code() : 0;
            return;
        }
        double u = g.u[i];
        double v = g.v[i];
        boolean nearNail = s.nails.at(g.x[i], g.y[i], g.z[i], place);
        if (nearNail && place.border > 0) {
            nail(i, u, v);
            cells[i] = most ? CellClass.NAIL.code() : 0;
            return;
        }
        double fold = nearNail ? Fast.expMinus(8 * -place.border) : 0; // the fold of skin around a nail
        cells[i] = most ? CellClass.SKIN.code() : 0;
        height[i] = (float) (s.relief.height(u, v) + 0.10 * fold);
        s.pigment.at(u, v, pigment);
        for (Injury injury : s.injuries) {
            injury.tint(u, v, pigment);
            height[i] += (float) injury.height(u, v);
        }
        SkinOptics.colour(pigment[0], pigment[1] * (1 + 0.35 * fold), rgb);
        double vein = s.pigment.vein(u, v);
        double flake = s.relief.flake(u, v);
        for (int c = 0; c < 3; c++) {
            double a = rgb[c] * (1 - VEIN[c] * vein);
            rgb[c] = a + 0.07 * flake * (0.75 - a);
        }
        height[i] += (float) (0.03 * flake);
        set(i, rgb[0], rgb[1], rgb[2]);
    }

    private void set(int i, double red, double green, double blue) {
        albedo[0][i] = (float) red;
        albedo[1][i] = (float) green;
        albedo[2][i] = (float) blue;
    }

    private void nail(int i, double u, double v) {
        int polish = s.subject.adornment().polish();
        double rim = Fast.step(0, 0.22, place.border); // the groove in which the plate lies
        height[i] = (float) (0.16 * rim - 0.12);
        if (polish >= 0 && place.along > 0.05) {
            set(
                    i,
                    Backdrop.LINEAR[polish >> 16 & 255],
                    Backdrop.LINEAR[polish >> 8 & 255],
                    Backdrop.LINEAR[polish & 255]);
            return;
        }
        double mottle = 1 + 0.2 * Noise.gradient(u / 2.5, v / 2.5, 77);
        SkinOptics.colour(0.38 * s.pigment.melanin() + 0.004, s.pigment.blood() * 3.2 * mottle, rgb);
        double across = place.across;
        double lunula = 1 - Fast.step(0.16, 0.26, place.along + 0.12 * across * across);
        double edge =
                s.anatomy.nailOver() > 0 ? 1 - 1.9 * s.anatomy.nailOver() / (1.6 * 7 + s.anatomy.nailOver()) : 0.9;
        double free = Fast.step(edge - 0.015, edge + 0.03, place.along - 0.05 * (1 - across * across));
        double ridge = 1 + 0.02 * Noise.gradient(across * 9, place.along, 78);
        for (int c = 0; c < 3; c++) {
            double pale = c == 0 ? 0.66 : c == 1 ? 0.52 : 0.46;
            double white = c == 0 ? 0.70 : c == 1 ? 0.64 : 0.54;
            double a = rgb[c] * 0.9 + 0.04;
            a += 0.35 * lunula * (pale - a);
            a += 0.75 * free * (white - a);
            rgb[c] = a * ridge * (0.8 + 0.2 * rim);
        }
        set(i, rgb[0], rgb[1], rgb[2]);
    }

    /** Light that falls on a pixel, and the gloss it throws back. */
    private void illuminate(int x, int y, int i) {
        double nx = g.nx[i];
        double ny = g.ny[i];
        double nz = g.nz[i];
        Camera c = s.camera;
        double a = (x - c.cx()) / c.focal();
        double b = (y - c.cy()) / c.focal();
        double rx = c.forward().x() + a * c.right().x() + b * c.down().x();
        double ry = c.forward().y() + a * c.right().y() + b * c.down().y();
        double rz = c.forward().z() + a * c.right().z() + b * c.down().z();
        double facing = Math.min(nx * rx + ny * ry + nz * rz, -0.25);
        double pixel = ((g.x[i] - c.eye().x()) * c.forward().x()
                        + (g.y[i] - c.eye().y()) * c.forward().y()
                        + (g.z[i] - c.eye().z()) * c.forward().z())
                / c.focal();
        double hx = slope(x, y, i, 1, 0);
        double hy = slope(x, y, i, 0, 1);
        double bx = nx;
        double by = ny;
        double bz = nz;
        if (hx != 0 || hy != 0) {
            // Bump mapping on an unparametrised surface (Mikkelsen 2010): steps of one pixel along the surface.
            double kr =
                    (nx * c.right().x() + ny * c.right().y() + nz * c.right().z()) / facing;
            double kd = (nx * c.down().x() + ny * c.down().y() + nz * c.down().z()) / facing;
            double px = pixel * (c.right().x() - rx * kr);
            double py = pixel * (c.right().y() - ry * kr);
            double pz = pixel * (c.right().z() - rz * kr);
            double qx = pixel * (c.down().x() - rx * kd);
            double qy = pixel * (c.down().y() - ry * kd);
            double qz = pixel * (c.down().z() - rz * kd);
            double r1x = qy * nz - qz * ny;
            double r1y = qz * nx - qx * nz;
            double r1z = qx * ny - qy * nx;
            double r2x = ny * pz - nz * py;
            double r2y = nz * px - nx * pz;
            double r2z = nx * py - ny * px;
            double det = px * r1x + py * r1y + pz * r1z;
            double f = Math.abs(det) > 1e-12 ? 1 / det : 0;
            double gx = f * (r1x * hx + r2x * hy);
            double gy = f * (r1y * hx + r2y * hy);
            double gz = f * (r1z * hx + r2z * hy);
            double steep = Math.sqrt(gx * gx + gy * gy + gz * gz);
            double limit = steep > 1.2 ? 1.2 / steep : 1;
            bx -= limit * gx;
            by -= limit * gy;
            bz -= limit * gz;
            double l = 1 / Math.sqrt(bx * bx + by * by + bz * bz);
            bx *= l;
            by *= l;
            bz *= l;
        }
        Light lamp = s.setup.light();
        double wrap = wrap(lamp);
        double toKey = (bx * s.key.x() + by * s.key.y() + bz * s.key.z() + wrap) / (1 + wrap);
        double open = shade.at(shade.handKey, g.x[i], g.y[i]);
        double sky = shade.at(shade.handSky, g.x[i], g.y[i]);
        double upward = bx * s.up.x() + by * s.up.y() + bz * s.up.z();
        double cavity = Fast.clamp(1 + CAVITY * (height[i] - smooth[i]), 0.6, 1.15);
        light[i] = (float) ((lamp.keyShare() * keyLevel * Math.max(0, toKey) * open
                        + (1 - lamp.keyShare()) * (0.72 + 0.28 * upward) * (0.3 + 0.7 * sky)
                        + BOUNCE * s.bounce * (1 - upward) * (0.35 + 0.65 * sky))
                * (lamp.keyShare() == 0 ? 1 : cavity));
        gloss[i] = (float) (open * lamp.keyShare() * glossOf(i, bx, by, bz));
    }

    /** How far round a surface a light reaches, for its size. */
    private static double wrap(Light lamp) {
        return 0.08 + 0.3 * lamp.softness();
    }

    /** Key light on skin that lies flat, 1 being full light. */
    static double keyOnFlatSkin(Scene s) {
        double wrap = wrap(s.setup.light());
        double towards = s.key.dot(s.up);
        return Math.max(0, (towards + wrap) / (1 + wrap)) / Math.max(towards, 0.5);
    }

    /** Difference of height to the next pixels, mm a pixel; 0 across an outline. */
    private float slope(int x, int y, int i, int dx, int dy) {
        int p = i - dx - dy * g.width;
        int q = i + dx + dy * g.width;
        boolean before = x - dx >= 0 && y - dy >= 0 && g.cover[p] > 0 && g.thing[p] == g.thing[i];
        boolean after = x + dx < g.width && y + dy < g.height && g.cover[q] > 0 && g.thing[q] == g.thing[i];
        if (before && after) {
            return 0.5f * (height[q] - height[p]);
        }
        return before ? height[i] - height[p] : after ? height[q] - height[i] : 0;
    }

    /** Microfacet gloss (GGX) of the key light. */
    private double glossOf(int i, double nx, double ny, double nz) {
        double rough = 0.42;
        double strength = 0.35 + 0.65 * s.subject.oiliness() * s.treatment.factor(Treatment.Effect.OILINESS);
        int cell = cells[i];
        if (cell == CellClass.NAIL.code()) {
            rough = s.subject.adornment().polish() >= 0 ? 0.2 : 0.27;
            strength = 0.9;
        } else if (cell == CellClass.JEWELLERY.code()) {
            rough = 0.25;
            strength = 8 * s.flesh.worn(Math.max(0, g.thing[i])).metal();
        } else if (cell == CellClass.SLEEVE.code()) {
            return 0;
        }
        double spread = rough + 0.25 * s.setup.light().softness();
        double a2 = spread * spread * spread * spread;
        double nh = Math.max(0, nx * half.x() + ny * half.y() + nz * half.z());
        double d = nh * nh * (a2 - 1) + 1;
        double lobe = a2 / (Math.PI * d * d);
        double nk = Math.max(0, nx * s.key.x() + ny * s.key.y() + nz * s.key.z());
        double kh = Math.max(0, s.key.dot(half));
        double f = 1 - kh;
        double fresnel = 0.028 + 0.972 * f * f * f * f * f;
        return strength * fresnel * lobe * nk * Math.PI * 0.25 / Math.max(0.3, nk * 0.7 + 0.3);
    }

    private void spreadAndMix() {
        float[] near = spread(light, NEAR_MM);
        float[] far = spread(light, FAR_MM);
        Light lamp = s.setup.light();
        double[] tint = {Scenery.tint(lamp, true), 1, Scenery.tint(lamp, false)};
        for (int i = 0; i < n; i++) {
            float w = Math.min(1, g.cover[i]);
            if (w <= 0) {
                continue;
            }
            boolean on = g.thing[i] == Surface.SKIN;
            for (int c = 0; c < 3; c++) {
                double e = light[i];
                if (on) {
                    e += FAR_SHARE[c] * (far[i] - e) + NEAR_SHARE[c] * (near[i] - e);
                }
                double value = (albedo[c][i] * e + gloss[i] * (on ? 1 : 0.3 + albedo[c][i]))
                        * (1 + lamp.keyShare() * (tint[c] - 1));
                canvas.rgb[c][i] += (float) (w * (value - canvas.rgb[c][i]));
            }
        }
    }

    /** Blurs over the skin alone. */
    private float[] spread(float[] values, double mm) {
        double sigma = mm * s.pixelsPerMm;
        float[] a = new float[n];
        for (int i = 0; i < n; i++) {
            a[i] = weight[i] > 0 ? values[i] : 0;
        }
        if (sigma < 0.25) {
            return a;
        }
        float[] w = weight.clone();
        Blur.gaussian(a, g.width, g.height, sigma);
        Blur.gaussian(w, g.width, g.height, sigma);
        for (int i = 0; i < n; i++) {
            a[i] = weight[i] > 0 ? a[i] / Math.max(w[i], 1e-3f) : 0;
        }
        return a;
    }

    /** The relief of each pixel, mm; 0 off the skin. */
    float[] height() {
        return height;
    }
}
