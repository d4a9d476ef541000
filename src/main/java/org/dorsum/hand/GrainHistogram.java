package org.dorsum.hand;

/** How rough a part of a photo looks: a density over 30 steps of the logarithm of local deviation. Immutable. */
final class GrainHistogram {
    private static final int BINS = 30;
    private static final double OFFSET = 0.003; // relative deviation that noise-free skin has at search size
    private static final float FLOOR = 0.005f; // share of pixels that may look like anything
    private static final float[] KERNEL = {.1f, .2f, .4f, .2f, .1f};

    private final float[] density;

    private GrainHistogram(float[] density) {
        this.density = density;
    }

    /** Bin of a mean relative deviation, at least 0; bins are 22 % wide. */
    static int bin(float deviation) {
        int i = (int) ((Math.log(deviation + OFFSET) + 6) * 5);
        return Math.max(0, Math.min(BINS - 1, i));
    }

    /** Roughness of all pixels, each as often as its weight says. */
    static GrainHistogram of(SearchImage image, float[] weights) {
        float[] h = new float[BINS];
        int[] bins = image.grain();
        for (int i = 0; i < bins.length; i++) {
            h[bins[i]] += weights[i];
        }
        float[] smooth = new float[BINS];
        float sum = 0;
        for (int i = 0; i < BINS; i++) {
            for (int k = 0; k < KERNEL.length; k++) {
                int j = i + k - KERNEL.length / 2;
                smooth[i] += j >= 0 && j < BINS ? KERNEL[k] * h[j] : 0;
            }
            sum += smooth[i];
        }
        for (int i = 0; i < BINS; i++) {
            smooth[i] = smooth[i] / Math.max(sum, 1e-9f) + FLOOR;
        }
        return new GrainHistogram(smooth);
    }

    /** Logarithm of the ratio of this density to {@code other}'s for each bin, held within low … high. */
    float[] logRatio(GrainHistogram other, double low, double high) {
        float[] r = new float[BINS];
        for (int i = 0; i < BINS; i++) {
            r[i] = (float) Math.max(low, Math.min(high, Math.log(density[i] / other.density[i])));
        }
        return r;
    }
}
