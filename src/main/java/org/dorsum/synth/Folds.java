package org.dorsum.synth;

import java.util.ArrayList;
import java.util.List;

/** Relief that belongs to the joints: folds across the fingers, knuckles and the tendons that run to them. */
final class Folds {
    private Folds() {}

    /** Folds over the middle and end joints of all fingers and, fainter, over the knuckles. */
    static List<Stroke> knuckles(Subject s, Anatomy a, Skeleton flat) {
        Rng r = Rng.of(s.seed(), "folds");
        List<Stroke> all = new ArrayList<>();
        double strength = (0.75 + 0.5 * s.aged()) * r.uniform(0.6, 1.35);
        for (Bone b : flat.bones()) {
            if (b.group() == 0) {
                continue;
            }
            boolean end = isTip(flat, b);
            boolean thumb = b.group() == 1;
            boolean base = !end && !(b.group() > 1 && isMiddle(flat, b));
            if (base || (end && !thumb)) {
                shallow(r, b, end, strength, all);
            } else {
                oval(r, b, strength * (thumb ? 0.9 : 1), all);
            }
            crossLines(r, b, strength, all);
        }
        return all;
    }

    /** Nearly straight folds: at an end joint, or over a knuckle. */
    private static void shallow(Rng r, Bone b, boolean end, double strength, List<Stroke> all) {
        double half = b.radiusStart() * (end ? 0.85 : 0.7);
        int n = end ? 4 : 5;
        double spacing = end ? 1.15 : 2.2;
        double depth = strength * (end ? 0.12 : 0.035);
        for (int k = 0; k < n; k++) {
            double offset = (k - 0.5 * (n - 1)) * spacing + r.normal(0, 0.25);
            double middle = 1 - 0.8 * Math.abs(2.0 * k / (n - 1) - 1); // outermost folds are short and shallow
            double width = half * (0.45 + 0.5 * middle) * r.uniform(0.8, 1.1);
            double bow = offset * (end ? 0.1 : -0.28) + r.normal(0, 0.35);
            double shift = r.normal(0, 0.12) * half;
            all.add(arc(r, b, offset - 0.4, shift, width, bow, r.uniform(0.4, 0.75), depth * (0.45 + 0.75 * middle)));
        }
    }

    /**
     * The spare skin over a middle joint (the end joint of the thumb): a few deep folds that bow away from its middle and
     * together outline an oval, most of them broken, with short creases between.
     */
    private static void oval(Rng r, Bone b, double strength, List<Stroke> all) {
        double half = b.radiusStart();
        double middle = r.normal(-0.3, 0.5); // of the oval, along the bone
        double open = r.uniform(0.5, 0.85); // how strongly the folds bow
        for (int side = -1; side <= 1; side += 2) {
            int n = 2 + r.below(3);
            double offset = side * r.uniform(0.5, 1.4);
            for (int k = 0; k < n; k++) {
                double length = half * (k == 0 ? 0.8 : 0.95 - 0.16 * k) * r.uniform(0.75, 1.1);
                double depth = strength * r.uniform(0.15, 0.36) * (1 - 0.13 * k);
                double bow = -open * offset + r.normal(0, 0.3);
                double shift = r.normal(0, 0.12) * half;
                double width = r.uniform(0.5, 0.95);
                if (r.chance(0.45)) { // in two pieces that pass each other
                    double cut = r.uniform(0.35, 0.65);
                    double first = length * cut;
                    double second = length * (1.08 - cut);
                    double slip = r.normal(0, 0.45);
                    all.add(arc(r, b, middle + offset, shift - length + first, first, 0.5 * bow, width, depth));
                    all.add(arc(
                            r, b, middle + offset + slip, shift + length - second, second, 0.5 * bow, width, depth));
                } else {
                    all.add(arc(r, b, middle + offset, shift, length, bow, width, depth));
                }
                offset += side * r.uniform(1.1, 2.1);
            }
        }
        for (int k = 0; k < 12; k++) {
            double offset = r.normal(0, 2.2);
            all.add(arc(
                    r,
                    b,
                    middle + offset,
                    r.normal(0, 0.4) * half,
                    half * r.uniform(0.12, 0.35),
                    -0.4 * offset,
                    r.uniform(0.3, 0.5),
                    strength * r.uniform(0.03, 0.1)));
        }
    }

    /** Faint lines across the segment between two joints. */
    private static void crossLines(Rng r, Bone b, double strength, List<Stroke> all) {
        int n = (int) (b.length() / 1.6);
        for (int k = 0; k < n; k++) {
            double at = (k + r.uniform(0.1, 0.9)) * 1.6;
            double half = b.radiusStart() * r.uniform(0.25, 0.8);
            all.add(arc(
                    r,
                    b,
                    at,
                    r.normal(0, 0.35) * b.radiusStart(),
                    half,
                    r.normal(0, 0.5),
                    r.uniform(0.2, 0.4),
                    strength * r.uniform(0.01, 0.035)));
        }
    }

    private static boolean isTip(Skeleton flat, Bone b) {
        return flat.tips()[b.group() - 1].equals(b);
    }

    private static boolean isMiddle(Skeleton flat, Bone b) {
        Vec joint = flat.joints()[4 * (b.group() - 1) + 2];
        return b.start().minus(joint).length() < 1e-6;
    }

    private static Stroke arc(
            Rng r, Bone b, double along, double shift, double half, double bow, double width, double depth) {
        int n = 9;
        float[] u = new float[n];
        float[] v = new float[n];
        double c = StrictMath.cos(b.mapAngle());
        double s = StrictMath.sin(b.mapAngle());
        double wave = r.uniform(0, 6.28);
        double wild = r.uniform(0.12, 0.4);
        for (int i = 0; i < n; i++) {
            double t = 2.0 * i / (n - 1) - 1;
            double across = shift + t * half;
            double l = along + bow * t * t + wild * StrictMath.sin(wave + 3.1 * t) + r.normal(0, 0.07);
            u[i] = (float) (b.mapX() + c * across + s * l);
            v[i] = (float) (b.mapY() - s * across + c * l);
        }
        return new Stroke(u, v, width, depth, true);
    }

    /** Tendons of the back of the hand and the knuckles they run to: they stand out, most on bony and aged hands. */
    static List<Stroke> tendons(Subject s, Anatomy a, Skeleton flat) {
        Rng r = Rng.of(s.seed(), "tendons");
        List<Stroke> all = new ArrayList<>();
        double show = (0.25 + 0.75 * s.veins()) * (1.1 - 0.7 * a.fleshiness());
        for (int f = 1; f < 5; f++) {
            Vec k = flat.joints()[1 + 4 * f];
            double wristX = 0.28 * k.x();
            int n = 12;
            float[] u = new float[n];
            float[] v = new float[n];
            for (int i = 0; i < n; i++) {
                double t = (double) i / (n - 1);
                u[i] = (float) (k.x() + t * (wristX - k.x()) + r.normal(0, 0.25));
                v[i] = (float) (k.y() - 3 - t * (k.y() - 16));
            }
            all.add(new Stroke(u, v, r.uniform(3.6, 5), -show * r.uniform(0.5, 1.0) * (f == 4 ? 0.6 : 1), true));
            float[] bu = {(float) k.x(), (float) k.x(), (float) k.x()};
            float[] bv = {(float) k.y() - 4, (float) k.y(), (float) k.y() + 4};
            all.add(new Stroke(bu, bv, 11, -(0.35 + 0.9 * (1 - a.fleshiness())) * r.uniform(0.7, 1.2), false));
        }
        return all;
    }
}
