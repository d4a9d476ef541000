package org.dorsum.skin;

import java.util.Map;
import org.dorsum.colour.LinearRgb;
import org.dorsum.colour.SkinPigment;
import org.dorsum.hand.Zone;
import org.dorsum.image.Affine;
import org.dorsum.image.Mask;
import org.dorsum.image.Plane;

/** Patches of laid-out skin made by formula, 8 px/mm, all of it usable dorsum. */
public final class Skins {
    /** The fixed scale of laid-out skin. */
    public static final double PIXELS_PER_MM = 8;

    /** A sharp photo with next to no noise, light skin, even light. */
    public static final Capture GOOD = new Capture(10, 0, 0.5, 0, 0, 0.4, 0, 0, 0, PhotoPhysics.UNKNOWN);

    private static final LinearRgb LIGHT_SKIN = new LinearRgb(0.55, 0.33, 0.22);

    private Skins() {}

    /** A quantity at a place in millimetres. */
    @FunctionalInterface
    public interface Field {
        /** The value at (x, y). */
        double at(double xMm, double yMm);
    }

    /** A light at a place in millimetres. */
    @FunctionalInterface
    public interface Colouring {
        /** The light at (x, y). */
        LinearRgb at(double xMm, double yMm);
    }

    /** Light skin of {@code sideMm} × {@code sideMm} whose log-luminance is changed by {@code relief}. */
    public static Skin relief(double sideMm, Field relief) {
        return coloured(sideMm, (x, y) -> {
            double gain = Math.exp(relief.at(x, y));
            return new LinearRgb(LIGHT_SKIN.red() * gain, LIGHT_SKIN.green() * gain, LIGHT_SKIN.blue() * gain);
        });
    }

    /** Light skin whose melanin density is raised by {@code melanin}. */
    public static Skin pigmented(double sideMm, Field melanin) {
        SkinPigment base = SkinPigment.of(LIGHT_SKIN);
        return coloured(
                sideMm,
                (x, y) -> new SkinPigment(base.melanin() + melanin.at(x, y), base.haemoglobin(), base.shading())
                        .toLinearRgb());
    }

    /** Skin of any colour. */
    public static Skin coloured(double sideMm, Colouring colouring) {
        int n = (int) Math.rint(sideMm * PIXELS_PER_MM);
        float[][] v = new float[7][n * n];
        for (int y = 0, i = 0; y < n; y++) {
            for (int x = 0; x < n; x++, i++) {
                LinearRgb c = colouring.at((x + 0.5) / PIXELS_PER_MM, (y + 0.5) / PIXELS_PER_MM);
                SkinPigment p = SkinPigment.of(c);
                v[0][i] = (float) c.red();
                v[1][i] = (float) c.green();
                v[2][i] = (float) c.blue();
                v[3][i] = (float) Math.log(c.luminance());
                v[4][i] = (float) p.melanin();
                v[5][i] = (float) p.haemoglobin();
                v[6][i] = (float) p.shading();
            }
        }
        Plane[] planes = new Plane[v.length];
        for (int i = 0; i < v.length; i++) {
            planes[i] = Plane.of(n, n, v[i]);
        }
        return new Skin(
                PIXELS_PER_MM,
                Affine.identity(),
                Affine.turnAndScale(0, 1 / PIXELS_PER_MM),
                planes[3],
                new Skin.Light(planes[0], planes[1], planes[2]),
                new Skin.Pigment(planes[4], planes[5], planes[6]),
                Map.of(Zone.DORSUM, Mask.all(n, n)),
                false,
                GOOD);
    }

    /** The same skin as another photo would show it. */
    public static Skin with(Skin skin, Capture capture) {
        return new Skin(
                skin.pixelsPerMm(),
                skin.toPhoto(),
                skin.toHand(),
                skin.logLuminance(),
                skin.light(),
                skin.pigment(),
                skin.usable(),
                skin.grey(),
                capture);
    }

    /** The same skin as a grey photo would show it. */
    public static Skin grey(Skin skin) {
        return new Skin(
                skin.pixelsPerMm(),
                skin.toPhoto(),
                skin.toHand(),
                skin.logLuminance(),
                skin.light(),
                skin.pigment(),
                skin.usable(),
                true,
                skin.capture());
    }
}
