package org.dorsum.hand;

/**
 * How often each colour occurs in a part of a photo: a density over {@link ColourBins} that sums to 1, smoothed by a
 * Gaussian of 0.9 bins so that colours not seen but near to seen ones count. Immutable.
 */
final class ColourHistogram {
    private static final float FLOOR = 1e-6f; // keeps logarithms finite; one pixel of a search image weighs 2e-5
    private static final int MOST_SAMPLES = 4000; // of a part whose shades are computed: more changes nothing visible
    private static final float[] KERNEL = kernel(0.9, 4);

    private final float[] density;

    private ColourHistogram(float[] density) {
        this.density = density;
    }

    /** Brightness factors under which a surface is expected, and how much weight each gets. */
    static final class Shades {
        /** Skin that turns away from the light or towards it. */
        static final Shades OF_SKIN =
                new Shades(new float[] {.5f, .65f, .8f, 1, 1.2f, 1.4f}, new float[] {.05f, .1f, .2f, .4f, .15f, .07f});

        /** A ground on which the hand throws a shadow, deep or soft. */
        static final Shades OF_GROUND = new Shades(
                new float[] {.12f, .2f, .3f, .45f, .6f, .75f, .88f, 1},
                new float[] {.05f, .06f, .07f, .09f, .1f, .1f, .1f, 1});

        private final float[] factors;
        private final float[] weights;

        private Shades(float[] factors, float[] weights) {
            this.factors = factors;
            this.weights = weights;
        }
    }

    /** Colours of all pixels, each as often as its weight says. */
    static ColourHistogram of(SearchImage image, float[] weights) {
        float[] h = new float[ColourBins.COUNT];
        int[] bins = image.colour();
        for (int i = 0; i < bins.length; i++) {
            h[bins[i]] += weights[i];
        }
        return finished(h, FLOOR);
    }

    /**
     * Colours of the pixels of positive weight as they would look under other {@code shades}: a shadow multiplies linear
     * light, so it moves a colour along a known line.
     */
    static ColourHistogram shaded(SearchImage image, boolean[] part, Shades shades) {
        int count = 0;
        for (boolean p : part) {
            count += p ? 1 : 0;
        }
        int step = count / MOST_SAMPLES + 1;
        float[] h = new float[ColourBins.COUNT];
        float[][] c = image.linear();
        float[] lab = new float[3];
        for (int i = 0, seen = 0; i < part.length; i++) {
            if (part[i] && seen++ % step == 0) {
                for (int k = 0; k < shades.factors.length; k++) {
                    float f = shades.factors[k];
                    ColourBins.lab(Math.min(1, f * c[0][i]), Math.min(1, f * c[1][i]), Math.min(1, f * c[2][i]), lab);
                    h[ColourBins.of(lab)] += shades.weights[k];
                }
            }
        }
        return finished(h, 0);
    }

    /** Density at a bin of {@link ColourBins}. */
    float at(int bin) {
        return density[bin];
    }

    private static ColourHistogram finished(float[] h, float floor) {
        float[] t = new float[h.length];
        int c = ColourBins.CHROMA;
        along(h, t, 1, c);
        along(t, h, c, c);
        along(h, t, c * c, ColourBins.LIGHTNESS);
        double sum = 0;
        for (float v : t) {
            sum += v;
        }
        double scale = 1 / Math.max(sum, 1e-9);
        for (int i = 0; i < t.length; i++) {
            t[i] = (float) (t[i] * scale) + floor;
        }
        return new ColourHistogram(t);
    }

    /** Smooths along the axis whose neighbours lie {@code stride} apart; the end values repeat. Most lines are empty. */
    private static void along(float[] from, float[] to, int stride, int length) {
        int half = KERNEL.length / 2;
        float[] line = new float[length + 2 * half];
        for (int block = 0; block < from.length; block += stride * length) {
            for (int start = block; start < block + stride; start++) {
                boolean empty = true;
                for (int k = 0; k < line.length; k++) {
                    int place = Math.max(0, Math.min(length - 1, k - half));
                    line[k] = from[start + place * stride];
                    empty &= line[k] == 0;
                }
                for (int place = 0; place < length; place++) {
                    float sum = 0;
                    for (int k = 0; k < KERNEL.length && !empty; k++) {
                        sum += KERNEL[k] * line[place + k];
                    }
                    to[start + place * stride] = sum;
                }
            }
        }
    }

    private static float[] kernel(double sigma, int half) {
        float[] k = new float[2 * half + 1];
        double sum = 0;
        for (int i = -half; i <= half; i++) {
            sum += Math.exp(-i * i / (2 * sigma * sigma));
        }
        for (int i = -half; i <= half; i++) {
            k[i + half] = (float) (Math.exp(-i * i / (2 * sigma * sigma)) / sum);
        }
        return k;
    }
}
