package org.dorsum.synth;

/**
 * Lengths and breadths of one hand, mm. Immutable.
 *
 * <p>Bone lengths are the means of Buryanov and Kotiuk 2010 (doi:10.4067/S0717-95022010000300015);
 * every hand scales them by its own size and varies each by some percent.
 *
 * @param scale size of the whole hand against the mean adult
 * @param phalanges length of base, middle and end segment of thumb … little finger; the thumb's middle one is 0
 * @param fingerBreadth breadth of the fingers against the mean
 * @param handBreadth breadth of the back of the hand against the mean
 * @param fleshiness 0 bony … 1 plump: hides tendons, rounds fingers
 */
record Anatomy(
        double scale,
        double[][] phalanges,
        double fingerBreadth,
        double handBreadth,
        double fleshiness,
        double nailOver) {
    // With flesh about them and as photographs show them against the palm, fingers are shorter than their bones' sum.
    private static final double SHOWN = 0.955;
    private static final double THUMB_SHOWN = 0.815; // its joints lie nearer together in photos than its bones are long
    private static final double[][] PHALANGES = {
        {31.6, 0, 21.7}, {39.8, 22.4, 15.8}, {44.6, 26.3, 17.4}, {41.4, 25.7, 17.3}, {32.7, 18.1, 16.0}
    };

    static Anatomy random(long seed) {
        Rng rng = Rng.of(seed, "anatomy");
        double scale = rng.normal(1, 0.055);
        double fingers = rng.normal(1, 0.04); // long or short fingers as a whole
        double[][] p = new double[5][3];
        for (int f = 0; f < 5; f++) {
            for (int i = 0; i < 3; i++) {
                p[f][i] = PHALANGES[f][i] * (f == 0 ? THUMB_SHOWN : SHOWN) * scale * fingers * rng.normal(1, 0.03);
            }
        }
        return new Anatomy(
                scale,
                p,
                rng.normal(1, 0.06) * scale,
                rng.normal(1, 0.045) * scale,
                rng.uniform(0, 1),
                rng.chance(0.25) ? rng.uniform(1, 3.5) : 0);
    }
}
