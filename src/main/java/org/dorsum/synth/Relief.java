package org.dorsum.synth;

import java.util.ArrayList;
import java.util.List;

/**
 * Height of the skin above its smooth shape, mm, at any point of the map of the skin: furrow network, finer relief, lines,
 * folds, veins and tendons, flakes.
 */
final class Relief {
    private final int seed;
    private final double pitch; // of the primary furrows, mm
    private final double stretch; // cells grow longer and more parallel with age
    private final double cos;
    private final double sin;
    private final double network; // depth of the primary furrows, mm
    private final double finest; // features shorter than this are left out, mm
    private final double flakeLevel;
    private final StrokeField lines;
    private final StrokeField folds;
    private final StrokeField swellings;
    private final StrokeField scars;

    /**
     * @param finest period of the finest relief wanted, mm: about two pixels
     */
    Relief(Subject s, Markings m, Treatment t, double finest, boolean palm) {
        Rng r = Rng.of(s.seed(), "relief");
        this.seed = r.below(1 << 20);
        double old = s.aged();
        this.pitch = (0.72 + 0.5 * old) * r.uniform(0.88, 1.12);
        this.stretch = 1.15 + 0.6 * old;
        double angle = r.normal(0, 0.5);
        this.cos = StrictMath.cos(angle);
        this.sin = StrictMath.sin(angle);
        this.network =
                0.026 * (1 + 0.7 * old) * s.roughness() * t.factor(Treatment.Effect.ROUGHNESS) * (palm ? 0.7 : 1);
        this.finest = finest;
        double share = Math.min(0.5, s.dryness() * t.factor(Treatment.Effect.DRYNESS));
        this.flakeLevel = share > 1e-4 ? 0.30 - 0.62 * Math.sqrt(share) : 9;
        this.lines = new StrokeField(scaled(palm ? List.of() : m.lines(), t.factor(Treatment.Effect.LINES)), 1.5);
        this.folds = new StrokeField(palm ? m.creases() : m.folds(), 1.5);
        this.swellings = new StrokeField(scaled(palm ? List.of() : m.swellings(), t.factor(Treatment.Effect.VEINS)), 4);
        this.scars = new StrokeField(palm ? List.of() : m.scars(), 3);
    }

    private static List<Stroke> scaled(List<Stroke> strokes, double factor) {
        List<Stroke> all = new ArrayList<>(strokes.size());
        for (Stroke s : strokes) {
            all.add(s.deepened(factor));
        }
        return all;
    }

    /** The lines at the depth they have after the treatment. */
    List<Stroke> lines() {
        return lines.strokes();
    }

    /** How much of a feature of the given period a picture of this fineness shows: 1 coarse … 0 too fine. */
    private double shown(double period) {
        return Fast.step(0.7 * finest, 1.6 * finest, period);
    }

    /** All relief at (u, v), mm. */
    double height(double u, double v) {
        double scar = scars.height(u, v);
        // Scar tissue has no furrows.
        double grown = scar > 0 ? network(u, v) * Math.max(0.15, 1 - 25 * scar) : network(u, v);
        return grown + scar + lines.height(u, v) + folds.height(u, v) + swellings.height(u, v);
    }

    /** Height of veins, tendons and knuckles alone, mm. */
    double swelling(double u, double v) {
        return swellings.height(u, v);
    }

    /** The furrow network and finer relief alone, mm: what {@code roughness} scales. */
    double network(double u, double v) {
        double depth = network * (1 + 1.2 * Noise.gradient(u * 0.11 + 7, v * 0.11, seed + 5));
        double h = shown(pitch) > 0 ? furrows(u, v, depth) : 0;
        // Undulation between a furrow's pitch and the size of a knuckle.
        h += 1.4 * depth * shown(1.6) * Noise.gradient(u / 1.5, v / 1.3, seed + 9);
        h += 2.3 * depth * Noise.gradient(u / 3.1, v / 2.8, seed + 10);
        h += 3.6 * depth * Noise.gradient(u / 6.5, v / 6.1, seed + 11);
        return h;
    }

    private double furrows(double u, double v, double depth) {
        // The network's direction wanders: the map is bent by slow noise before cells are laid on it.
        double bend = 2.4;
        double wu = u + bend * Noise.gradient(u * 0.06, v * 0.06, seed + 1);
        double wv = v + bend * Noise.gradient(u * 0.06 + 50, v * 0.06, seed + 2);
        double fray = 0.3 * pitch;
        wu += fray * Noise.gradient(u / (1.6 * pitch), v / (1.6 * pitch), seed + 3);
        wv += fray * Noise.gradient(u / (1.6 * pitch) + 31, v / (1.6 * pitch), seed + 4);
        double a = (cos * wu + sin * wv) / (pitch * stretch);
        double b = (cos * wv - sin * wu) / pitch;
        double h = 0;
        double primary = shown(pitch);
        if (primary > 0) {
            double e = Noise.cellBorder(a, b, seed + 6, 0.9);
            h += primary * depth * (groove(e, 0.13) + 0.5 * e);
        }
        double secondary = shown(0.5 * pitch);
        if (secondary > 0) {
            double e = Noise.cellBorder(2.1 * a + 5, 1.8 * b, seed + 7, 1);
            h += secondary * 0.45 * depth * groove(e, 0.17);
        }
        double grain = shown(0.35);
        if (grain > 0) {
            h += grain * 0.16 * depth * Noise.gradient(u / 0.3, v / 0.3, seed + 8);
        }
        return h;
    }

    /** A furrow along the border of a cell: −1 on it, 0 beyond. */
    private static double groove(double e, double width) {
        double q = e / width;
        return -Fast.expMinus(q * q);
    }

    /** Share of a dry flake at (u, v), 0 … 1. */
    double flake(double u, double v) {
        if (flakeLevel > 8) {
            return 0;
        }
        double n = Noise.fractal(u / 1.1, v / 0.9, seed + 20, 2, 0.6) + 0.5 * Noise.gradient(u / 9, v / 9, seed + 21);
        return Fast.step(flakeLevel + 0.16, flakeLevel + 0.45, n);
    }
}
