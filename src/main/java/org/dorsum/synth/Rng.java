package org.dorsum.synth;

import java.util.SplittableRandom;

/**
 * Seeded random numbers whose stream depends on a seed and a purpose only, so that adding a feature does not move the
 * others; same numbers on every machine (SplittableRandom's algorithm is specified, StrictMath is exact by contract).
 */
final class Rng {
    private final SplittableRandom random;

    private Rng(SplittableRandom random) {
        this.random = random;
    }

    /** The stream of {@code seed} for {@code purpose}. */
    static Rng of(long seed, String purpose) {
        long h = 0xcbf29ce484222325L; // FNV-1a, 64 bits
        for (int i = 0; i < purpose.length(); i++) {
            h = (h ^ purpose.charAt(i)) * 0x100000001b3L;
        }
        return new Rng(new SplittableRandom(seed * 0x9e3779b97f4a7c15L ^ h));
    }

    /** Uniform in [low, high). */
    double uniform(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** Normal with the given mean and standard deviation, cut at ±2.5 standard deviations. */
    double normal(double mean, double sd) {
        double u = Math.max(random.nextDouble(), 1e-12);
        double g = Math.sqrt(-2 * StrictMath.log(u)) * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
        return mean + sd * Math.max(-2.5, Math.min(2.5, g));
    }

    /** True with probability {@code p}. */
    boolean chance(double p) {
        return random.nextDouble() < p;
    }

    /** Uniform in 0 … n − 1. */
    int below(int n) {
        return random.nextInt(n);
    }

    /** A whole seed for something further down. */
    long seed() {
        return random.nextLong();
    }
}
