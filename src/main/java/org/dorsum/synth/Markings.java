package org.dorsum.synth;

import java.util.ArrayList;
import java.util.List;

/**
 * Where on a hand its lines, folds, veins, tendons and spots lie, in the map of the skin. Depends on the subject alone.
 *
 * @param lines fine lines and wrinkles: what treatment acts on
 * @param folds over the joints and (palm) flexion creases: anatomy
 * @param swellings veins, tendons and knuckles that stand out: depth negative
 * @param veins the veins among them, for their colour
 * @param creases of the palm side
 * @param scars of the back: depth negative
 * @param spots lentigines and freckles
 */
record Markings(
        List<Stroke> lines,
        List<Stroke> folds,
        List<Stroke> swellings,
        List<Stroke> veins,
        List<Stroke> creases,
        List<Stroke> scars,
        List<Spot> spots) {

    static Markings of(Subject s, Anatomy a, Skeleton flat, List<Stroke> givenShapes) {
        List<Stroke> swellings = new ArrayList<>(Folds.tendons(s, a, flat));
        List<Stroke> veins = veins(s, a);
        swellings.addAll(veins);
        return new Markings(
                lines(s, a, givenShapes),
                Folds.knuckles(s, a, flat),
                swellings,
                veins,
                Creases.palm(s, a, flat),
                Creases.scars(s, a),
                spots(s, a, flat));
    }

    private static List<Stroke> lines(Subject s, Anatomy a, List<Stroke> shapes) {
        Rng r = Rng.of(s.seed(), "lines");
        List<Stroke> all = new ArrayList<>();
        double old = s.aged();
        int fine = (int) Math.rint(s.lines() * (14 + 90 * old));
        int deep = (int) Math.rint(s.lines() * 16 * Math.max(0, old - 0.25));
        double lean = r.normal(0, 0.25); // every hand has its own main direction
        for (int i = 0; i < fine + deep; i++) {
            boolean wrinkle = i >= fine;
            double x = r.uniform(-34, 32) * a.handBreadth();
            double y = r.uniform(6, 76) * a.scale();
            // Across the hand, rising towards the thumb; every fifth runs along it.
            double angle = lean + 0.012 * x + r.normal(0, 0.28) + (r.chance(0.2) ? 1.4 : 0);
            double length = wrinkle ? r.uniform(14, 38) : r.uniform(5, 18);
            double width = wrinkle ? r.uniform(0.45, 0.9) : r.uniform(0.18, 0.42);
            double depth = wrinkle ? r.uniform(0.08, 0.2) : width * r.uniform(0.16, 0.32);
            x -= 0.5 * length * StrictMath.cos(angle);
            y -= 0.5 * length * StrictMath.sin(angle);
            all.add(Stroke.wander(r, x, y, angle, length, 0.8, 0.03, width, depth));
        }
        for (Stroke shape : shapes) {
            all.add(shape);
        }
        return all;
    }

    private static List<Stroke> veins(Subject s, Anatomy a) {
        Rng r = Rng.of(s.seed(), "veins");
        List<Stroke> all = new ArrayList<>();
        if (s.veins() < 0.05) {
            return all;
        }
        int n = 3 + r.below(3);
        for (int i = 0; i < n; i++) {
            double x = (-28 + 56.0 * (i + r.uniform(0.2, 0.8)) / n) * a.handBreadth();
            double y = r.uniform(62, 74) * a.scale();
            double toWrist = -1.57 - 0.006 * x + r.normal(0, 0.12);
            double width = r.uniform(2.4, 3.8);
            double height = s.veins() * r.uniform(0.25, 0.75);
            Stroke trunk = Stroke.wander(r, x, y, toWrist, r.uniform(60, 120), 3, 0.035, width, -height);
            all.add(trunk);
            int branches = 1 + r.below(3);
            for (int b = 0; b < branches; b++) {
                int at = 2 + r.below(Math.max(1, trunk.u().length - 8));
                double turn = toWrist + (r.chance(0.5) ? 1 : -1) * r.uniform(0.5, 1.1);
                all.add(Stroke.wander(
                        r,
                        trunk.u()[at],
                        trunk.v()[at],
                        turn,
                        r.uniform(14, 36),
                        3,
                        0.05,
                        width * 0.75,
                        -height * 0.7));
            }
        }
        return all;
    }

    private static List<Spot> spots(Subject s, Anatomy a, Skeleton flat) {
        Rng r = Rng.of(s.seed(), "spots");
        List<Spot> all = new ArrayList<>();
        double old = s.aged();
        int lentigines = (int) Math.rint(s.spots() * (1 + 26 * old));
        for (int i = 0; i < lentigines; i++) {
            double x = r.uniform(-33, 31) * a.handBreadth();
            double y = r.uniform(4, 80) * a.scale();
            if (i % 6 == 5) { // some on the base segments of the fingers
                Bone b = flat.bones().get(3 * r.below(4));
                double t = r.uniform(0.25, 0.8) * b.length();
                x = b.mapX() + StrictMath.sin(b.mapAngle()) * t + r.uniform(-4, 4);
                y = b.mapY() + StrictMath.cos(b.mapAngle()) * t;
            }
            double big = r.uniform(0, 1);
            all.add(new Spot(
                    x,
                    y,
                    0.6 + 2.8 * big * big,
                    1 + 0.7 * r.uniform(0, 1),
                    r.uniform(0, 3.14),
                    r.uniform(0.06, 0.2),
                    r.uniform(0.25, 1.1),
                    r.uniform(0.2, 0.45),
                    r.below(1 << 20)));
        }
        for (int i = 0; i < s.freckles(); i++) {
            all.add(new Spot(
                    r.uniform(-36, 34) * a.handBreadth(),
                    r.uniform(-40, 95) * a.scale(),
                    r.uniform(0.35, 0.9),
                    1 + 0.4 * r.uniform(0, 1),
                    r.uniform(0, 3.14),
                    0.2,
                    r.uniform(0.3, 1.2),
                    0.4,
                    r.below(1 << 20)));
        }
        return all;
    }
}
