package org.dorsum.synth;

import java.util.ArrayList;
import java.util.List;

/** Melanin and blood at any point of the map of the skin, as volume shares, and the paint of nails left out. */
final class Pigment {
    /** A soft round region in which blood and melanin are raised: a knuckle or a finger's end. */
    private record Flush(double u, double v, double radius, double blood, double melanin) {}

    private static final double DARK = 0.12; // melanin at which its own relative blotches are half those of pale skin

    private final int seed;
    private final double melanin;
    private final double blood;
    private final double uneven;
    private final boolean fine; // whether a picture shows blotches of a millimetre or two
    private final SpotField spots;
    private final StrokeField veins;
    private final StrokeField scars;
    private final double veinShow;
    private final double fingers; // more blood towards the fingers' ends than over the back of the hand
    private final Flush[] flushes;
    private final boolean palm;

    Pigment(Subject s, Markings m, Skeleton flat, Treatment t, double finest, boolean palm) {
        this.fine = finest < 1.4;
        Rng r = Rng.of(s.seed(), "pigment");
        this.seed = r.below(1 << 20);
        this.palm = palm;
        double own = SkinOptics.melaninFor(s.ita(), s.blood());
        this.melanin = palm ? 0.3 * own + 0.002 : own; // palms carry little melanin
        this.blood = s.blood() * t.factor(Treatment.Effect.REDNESS) * (palm ? 1.6 : 1);
        this.uneven = r.uniform(0.85, 1.4) * t.factor(Treatment.Effect.UNEVENNESS);
        List<Spot> faded = new ArrayList<>();
        for (Spot spot : m.spots()) {
            faded.add(spot.faded(t.factor(Treatment.Effect.SPOTS)));
        }
        this.spots = new SpotField(palm ? List.of() : faded);
        this.veins = new StrokeField(palm ? List.of() : m.veins(), 4);
        this.scars = new StrokeField(palm ? List.of() : m.scars(), 3);
        this.veinShow = 0.25 * t.factor(Treatment.Effect.VEINS);
        this.fingers = r.uniform(0.05, 0.6) / (1 + own / DARK);
        this.flushes = flushes(r, flat, s, palm);
    }

    private static Flush[] flushes(Rng r, Skeleton flat, Subject s, boolean palm) {
        List<Flush> all = new ArrayList<>();
        double seen = 1 / (1 + SkinOptics.melaninFor(s.ita(), s.blood()) / DARK); // dark skin hides a flush
        double ruddy = r.uniform(0.3, 1.1) * seen;
        double dusk = (s.ita() > 41 ? 0.14 : s.ita() > -10 ? 0.36 : 0.2) * r.uniform(0.5, 1.3);
        for (Bone b : flat.bones()) {
            if (b.group() == 0) {
                continue;
            }
            double c = StrictMath.cos(b.mapAngle());
            double n = StrictMath.sin(b.mapAngle());
            double rad = b.radiusStart();
            all.add(new Flush(b.mapX(), b.mapY(), rad * 0.95, ruddy * 0.7, palm ? 0 : dusk));
            if (flat.tips()[b.group() - 1].equals(b)) {
                double l = b.length() * 0.9;
                all.add(new Flush(b.mapX() + n * l, b.mapY() + c * l, rad * 1.3, ruddy * 1.1, 0));
            }
        }
        return all.toArray(Flush[]::new);
    }

    /** Melanin into {@code out[0]}, blood into {@code out[1]}. */
    void at(double u, double v, double[] out) {
        double m = 0.30 * Noise.fractal(u / 11, v / 11, seed, 3, 0.55)
                + (fine ? 0.13 * Noise.fractal(u / 1.3, v / 1.3, seed + 9, 2, 0.6) : 0)
                + 0.75 * Noise.gradient(u / 48, v / 48, seed + 5);
        double b = 0.5 * Noise.fractal(u / 14 + 3, v / 14, seed + 20, 3, 0.6)
                + (fine ? 0.24 * Noise.fractal(u / 1.9, v / 1.9, seed + 30, 2, 0.7) : 0)
                + 0.85 * Noise.gradient(u / 42, v / 42, seed + 6)
                + fingers * Fast.step(60, 120, v);
        double flushB = 0;
        double flushM = 0;
        for (Flush f : flushes) {
            double du = u - f.u;
            double dv = v - f.v;
            double d2 = (du * du + dv * dv) / (f.radius * f.radius);
            if (d2 < 6) {
                double w = Fast.expMinus(d2);
                flushB += w * f.blood;
                flushM += w * f.melanin;
            }
        }
        double skin = melanin * Math.max(0.2, (1 + uneven * m / (1 + melanin / DARK)) * (1 + flushM));
        out[0] = spotted(skin, spots.excess(u, v));
        out[1] = blood * Fast.exp(uneven * b) * (1 + flushB);
        double scar = Fast.clamp(20 * scars.height(u, v), 0, 1);
        if (scar > 0) {
            out[0] *= 1 - 0.55 * scar;
            out[1] *= 1 - 0.3 * scar;
        }
    }

    /** Melanin within a spot of the given excess: pale skin, too, gets visible spots. */
    static double spotted(double melanin, double excess) {
        return melanin * (1 + excess) + 0.045 * excess;
    }

    /** The skin's own melanin without blotches. */
    double melanin() {
        return melanin;
    }

    /** The skin's own blood without blotches. */
    double blood() {
        return blood;
    }

    /** How far a vein shows at (u, v), 0 … 1. */
    double vein(double u, double v) {
        return palm ? 0 : Fast.clamp(veinShow * 3 * veins.height(u, v), 0, 1);
    }

    SpotField spots() {
        return spots;
    }
}
