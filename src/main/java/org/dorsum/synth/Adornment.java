package org.dorsum.synth;

import java.util.ArrayList;
import java.util.List;

/**
 * What a hand wears. Immutable.
 *
 * @param rings fingers that wear a ring, 1 thumb … 5 little finger, each at most once
 * @param bracelet whether a band lies around the wrist
 * @param watch whether a watch strap lies around the wrist
 * @param sleeve whether a sleeve covers the forearm
 * @param polish colour of painted nails as packed sRGB 0xRRGGBB, or −1 for bare nails
 * @param shade seed of the colours of cloth and metal
 * @param reach how much nearer to the hand than usual (about 50 mm behind the wrist) the sleeve ends, mm, 0 … 70
 */
public record Adornment(
        List<Integer> rings, boolean bracelet, boolean watch, boolean sleeve, int polish, int shade, double reach) {
    /** Nothing. */
    public static final Adornment NONE = new Adornment(List.of(), false, false, false, -1, 0);

    private static final double MOST_REACH = 70; // a cuff that hides the wrist; farther it would lie on the dorsum

    private static final double SLEEVE_TAPER = 0.055; // mm a mm: as the forearm itself widens
    private static final double SLEEVE_EASE = 4; // mm more room at the elbow end, or folds would sink into the arm
    private static final double LONG_SLEEVE_HALF = 190; // mm: half its length, up to beyond the elbow
    private static final int[] POLISHES = {0xb01838, 0xd8447c, 0x20181c, 0xe8c8c0, 0x7a1020, 0x3050a0, 0xf0f0ea};

    /** Copies the list and checks the fingers. */
    public Adornment {
        rings = List.copyOf(rings);
        for (int f : rings) {
            if (f < 1 || f > 5) {
                throw new IllegalArgumentException("fingers are 1 to 5, not " + f);
            }
        }
        if (!(reach >= 0 && reach <= MOST_REACH)) {
            throw new IllegalArgumentException("a sleeve reaches 0 to 70 mm nearer, not " + reach);
        }
    }

    /** With a sleeve, if any, that ends at its usual place. */
    public Adornment(List<Integer> rings, boolean bracelet, boolean watch, boolean sleeve, int polish, int shade) {
        this(rings, bracelet, watch, sleeve, polish, shade, 0);
    }

    /** The same with the sleeve's end nearer to the hand, mm, 0 … 70. */
    public Adornment reaching(double mm) {
        return new Adornment(rings, bracelet, watch, sleeve, polish, shade, mm);
    }

    static Adornment random(long seed) {
        Rng r = Rng.of(seed, "adornment");
        List<Integer> rings = new ArrayList<>();
        for (int f = 1; f <= 5; f++) {
            if (r.chance(f == 4 ? 0.22 : f == 3 ? 0.12 : 0.05)) {
                rings.add(f);
            }
        }
        int polish = r.chance(0.18) ? POLISHES[r.below(POLISHES.length)] : -1;
        boolean sleeve = r.chance(0.45);
        boolean bracelet = r.chance(0.15);
        return new Adornment(rings, bracelet, !bracelet && r.chance(0.15), sleeve, polish, r.below(1 << 20));
    }

    /** Shapes of what is worn on this hand; where the {@code whole} forearm may be seen, the
     * sleeve reaches to the elbow and leaves any part of the forearm bare. */
    List<Worn> worn(Skeleton s, Anatomy a, boolean whole) {
        List<Worn> list = new ArrayList<>();
        Rng r = Rng.of(shade, "worn");
        for (Bone b : s.bones()) {
            if (b.group() > 0 && rings.contains(b.group()) && isRingBone(s, b)) {
                double at = b.group() == 1 ? 0.5 : 0.68;
                double[] c = metal(r);
                double radius = b.radius(at) * 0.985;
                list.add(new Worn(
                        b,
                        at,
                        r.uniform(1.2, 3.2),
                        radius + 0.5,
                        0.9,
                        1.05,
                        0,
                        0,
                        CellClass.JEWELLERY,
                        c[0],
                        c[1],
                        c[2],
                        1));
            }
        }
        Vec wrist = s.joints()[0];
        Bone axis = forearm(s, wrist);
        double width = 27.5 * a.handBreadth();
        double thick = 18.5 * a.scale();
        if (bracelet || watch) {
            double[] c = bracelet ? metal(r) : leather(r);
            list.add(new Worn(
                    axis,
                    0.3,
                    watch ? r.uniform(7, 11) : r.uniform(2, 6),
                    thick + 1.2,
                    watch ? 1.3 : 1.8,
                    width / thick,
                    0,
                    0,
                    CellClass.JEWELLERY,
                    c[0],
                    c[1],
                    c[2],
                    watch ? 0.3 : 1));
        }
        if (sleeve) {
            double[] c = cloth(r);
            double from = r.uniform(0.42, 0.62) - reach / 100;
            double half = whole ? LONG_SLEEVE_HALF : 75;
            double bare = whole ? Rng.of(shade, "bare forearm").uniform(-0.1, 1.6) : 0;
            double wider = whole ? SLEEVE_EASE + SLEEVE_TAPER * 100 * Math.max(bare, 0) : 0;
            from += bare;
            list.add(new Worn(
                    axis,
                    from + half / 100,
                    half,
                    thick + r.uniform(5, 9) + wider,
                    1.4,
                    width / thick * 1.02,
                    whole ? SLEEVE_TAPER : 0,
                    r.uniform(1.2, 3),
                    CellClass.SLEEVE,
                    c[0],
                    c[1],
                    c[2],
                    0));
        }
        return list;
    }

    private static boolean isRingBone(Skeleton s, Bone b) {
        Vec base = s.joints()[b.group() == 1 ? 2 : 4 * b.group() - 3];
        return b.start().minus(base).length() < 1e-6;
    }

    /** The forearm's axis, from the wrist backwards; 100 mm long. */
    private static Bone forearm(Skeleton s, Vec wrist) {
        Vec far = new Vec(0, 0, 0);
        int n = 0;
        for (Bone b : s.bones()) {
            if (b.group() == 0 && b.length() > 115 && b.along().y() < -0.5) {
                far = far.plus(b.end());
                n++;
            }
        }
        Vec along = far.times(1.0 / Math.max(n, 1)).minus(wrist).unit();
        Vec side = along.cross(new Vec(0, 0, 1)).unit();
        return new Bone(
                0,
                wrist.plus(along.times(8)).plus(new Vec(0, 0, 2.5)),
                side,
                along,
                side.cross(along),
                100,
                1,
                1,
                0,
                1,
                0,
                0,
                0);
    }

    private static double[] metal(Rng r) {
        double k = r.uniform(0.7, 1);
        return r.chance(0.6) ? new double[] {0.75 * k, 0.5 * k, 0.17 * k} : new double[] {0.55 * k, 0.55 * k, 0.53 * k};
    }

    private static double[] leather(Rng r) {
        double k = r.uniform(0.02, 0.2);
        return new double[] {k, k * r.uniform(0.5, 0.9), k * r.uniform(0.3, 0.8)};
    }

    private static double[] cloth(Rng r) {
        double k = r.uniform(0.02, 0.7);
        return new double[] {k * r.uniform(0.3, 1), k * r.uniform(0.2, 1), k * r.uniform(0.2, 1)};
    }
}
