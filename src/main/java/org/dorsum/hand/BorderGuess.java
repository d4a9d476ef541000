package org.dorsum.hand;

import java.util.Arrays;

/**
 * A first guess at the hand from what the photo's border looks like: the ground is what lies along the border, the hand
 * is what looks more like skin than the ground does, near the middle.
 *
 * <p>An arm reaches into the photo through some side, and on that side the border is no ground; which side is not known,
 * so the guess is made once for each and once for none, and the best is kept ({@link MaskQuality}). Each guess is an
 * expectation–maximisation over two colour histograms and two of roughness, with three rounds of {@link SmoothLabels}.
 *
 * @see <a href="https://doi.org/10.1109/CVPR.2014.360">Zhu et al. 2014</a> for the border as a model of the ground
 */
final class BorderGuess {
    private static final double BORDER = 0.03; // breadth of the border, of the long side
    private static final int ROUNDS = 3;
    private static final int SWEEPS = 8;
    private static final double COLOUR_WEIGHT = 0.7; // neighbouring pixels are not independent: evidence counts less
    private static final double PRIOR_WEIGHT = 0.7;
    private static final double PLACE_WEIGHT = 0.5;
    static final double GRAIN_WEIGHT = 0.6;

    private final SearchImage image;
    private final SmoothLabels labels;
    private final ColourHistogram everywhere;

    BorderGuess(SearchImage image, SmoothLabels labels) {
        this.image = image;
        this.labels = labels;
        float[] ones = new float[image.pixels()];
        Arrays.fill(ones, 1);
        this.everywhere = ColourHistogram.of(image, ones);
    }

    /** The side through which the arm is thought to come; its border is not taken for ground. */
    enum Entry {
        NOWHERE(0, 0),
        TOP(0, -1),
        BOTTOM(0, 1),
        LEFT(-1, 0),
        RIGHT(1, 0);

        private final int dx;
        private final int dy;

        Entry(int dx, int dy) {
            this.dx = dx;
            this.dy = dy;
        }
    }

    /**
     * Probability of hand for each pixel.
     *
     * @param trust exponent of the general skin prior: 1 believes it, towards 0 it fades, for light of an unusual colour
     */
    float[] probabilities(Entry entry, double trust) {
        int n = image.pixels();
        float[] prior = new float[n];
        for (int i = 0; i < n; i++) {
            prior[i] = trust == 1 ? image.skin()[i] : (float) Math.pow(image.skin()[i], trust);
        }
        boolean[] border = border(entry);
        float[] place = place(entry);
        float[] ground = new float[n];
        float groundTotal = 0;
        for (int i = 0; i < n; i++) {
            ground[i] = border[i] ? 1 - 0.7f * prior[i] : 0; // skin on the border may be the arm
            groundTotal += ground[i];
        }
        ColourHistogram groundColour = ColourHistogram.of(image, ground);
        ColourHistogram groundShaded = ColourHistogram.shaded(image, border, ColourHistogram.Shades.OF_GROUND);
        GrainHistogram groundGrain = GrainHistogram.of(image, ground);
        float[] hand = seed(prior, place, groundColour);
        float[] odds = fixedOdds(prior, place, border);
        float[] p = hand;
        for (int round = 0; round < ROUNDS; round++) {
            ColourHistogram handColour = ColourHistogram.of(image, hand);
            float[] colour = new float[ColourBins.COUNT];
            for (int b = 0; b < colour.length; b++) {
                double behind = 0.8 * groundColour.at(b) + 0.2 * groundShaded.at(b) + 1e-6;
                double ratio = Math.log((handColour.at(b) + 1e-6) / behind);
                colour[b] = (float) (COLOUR_WEIGHT * Math.max(-6, Math.min(6, ratio)));
            }
            float[] grain = GrainHistogram.of(image, hand).logRatio(groundGrain, -2, 1);
            float[] z = new float[n];
            for (int i = 0; i < n; i++) {
                z[i] = odds[i] + colour[image.colour()[i]] + (float) GRAIN_WEIGHT * grain[image.grain()[i]];
            }
            p = labels.probabilities(z, SWEEPS);
            float[] rest = new float[n];
            float restTotal = 0;
            for (int i = 0; i < n; i++) {
                hand[i] = p[i] * p[i];
                rest[i] = (1 - p[i]) * (1 - p[i]);
                restTotal += rest[i];
            }
            groundGrain = GrainHistogram.of(image, rest);
            float share = 0.5f * groundTotal / Math.max(1, restTotal); // the border keeps two thirds of the say
            for (int i = 0; i < n; i++) {
                rest[i] = rest[i] * share + ground[i];
            }
            groundColour = ColourHistogram.of(image, rest);
        }
        return p;
    }

    /** Where the colour is commoner in the photo than along its border, is like skin and lies near the middle. */
    private float[] seed(float[] prior, float[] place, ColourHistogram ground) {
        float[] s = new float[prior.length];
        double sum = 0;
        for (int i = 0; i < s.length; i++) {
            int b = image.colour()[i];
            double excess = everywhere.at(b) / (ground.at(b) + 0.05 * everywhere.at(b));
            s[i] = (float) (prior[i] * Math.min(3, Math.log(Math.max(1, excess))) / 3 * place[i]);
            sum += s[i];
        }
        if (sum < 1e-3) {
            for (int i = 0; i < s.length; i++) {
                s[i] = prior[i] * place[i] + 1e-6f;
            }
        }
        return s;
    }

    private float[] fixedOdds(float[] prior, float[] place, boolean[] border) {
        float[] odds = new float[prior.length];
        for (int i = 0; i < odds.length; i++) {
            double chance = (0.15 + 0.7 * place[i]) * (border[i] ? 0.1 : 1);
            odds[i] = (float) (PRIOR_WEIGHT * Math.log((prior[i] + 0.03) / 0.25)
                    + PLACE_WEIGHT * Math.log(chance / (1 - chance) + 1e-3));
        }
        return odds;
    }

    private boolean[] border(Entry entry) {
        int w = image.width();
        int h = image.height();
        int t = (int) Math.max(3, Math.rint(BORDER * image.longSide()));
        boolean[] b = new boolean[w * h];
        for (int i = 0; i < b.length; i++) {
            int x = i % w;
            int y = i / w;
            b[i] = (y < t && entry != Entry.TOP)
                    || (y >= h - t && entry != Entry.BOTTOM)
                    || (x < t && entry != Entry.LEFT)
                    || (x >= w - t && entry != Entry.RIGHT);
        }
        return b;
    }

    /** A bell of 0.3 of the photo's sides around the middle, moved a little towards the side the arm comes from. */
    private float[] place(Entry entry) {
        int w = image.width();
        int h = image.height();
        double cx = (w - 1) / 2.0 + 0.15 * entry.dx * w;
        double cy = (h - 1) / 2.0 + 0.15 * entry.dy * h;
        float[] g = new float[w * h];
        for (int i = 0; i < g.length; i++) {
            int x = i % w;
            int y = i / w;
            double u = (x - cx) / (0.3 * w);
            double v = (y - cy) / (0.3 * h);
            g[i] = (float) Math.exp(-0.5 * (u * u + v * v));
        }
        return g;
    }
}
