package org.dorsum.hand;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Function;
import org.dorsum.image.RgbImage;

/**
 * Separates a guessed hand from its shadow, sleeve and look-alike ground: the hand is what has the colour of the guess's
 * middle under some brightness, the ground is what lies outside under some brightness.
 */
final class SkinRefit {
    private static final int ROUNDS = 2;
    private static final int SWEEPS = 20;
    private static final double UNSEEN = 1.0 / ColourBins.COUNT; // a colour seen in neither part counts as ground …
    private static final double UNSEEN_SKIN = 0.1 * UNSEEN; // … because skin's colours are few and the ground's many
    private static final float INERTIA = 0.7f; // log-odds in favour of what the guess said
    private static final int REACH = 12; // pixels beyond the guess that the hand may extend
    private static final int FEWEST = 50; // pixels; a smaller hand is none
    private static final double LEAST_FORESEEN = 0.5; // of a part, that the guess has to contain
    private static final double LEAST_KEPT = 0.2; // of the guess; losing more means that the middle was not skin

    private final SearchImage image;
    private final SmoothLabels labels;

    private SkinRefit(SearchImage image, SmoothLabels labels) {
        this.image = image;
        this.labels = labels;
    }

    /** For a photo that is small already. */
    static SkinRefit of(RgbImage small) {
        SearchImage image = SearchImage.of(small);
        return new SkinRefit(image, new SmoothLabels(image));
    }

    /** What is refitted to. */
    SearchImage image() {
        return image;
    }

    /** How neighbours agree. */
    SmoothLabels labels() {
        return labels;
    }

    /**
     * A hand's pixels and how they came out.
     *
     * @param hand the pixels
     * @param inside share of the hand's pixels whose own colour says hand, 0 … 1
     * @param outside share of the pixels close around it whose own colour says ground, 0 … 1
     */
    record Fit(boolean[] hand, double inside, double outside) {}

    /** Refits {@code guess}, one connected part, which counts a little by itself. */
    Fit refit(boolean[] guess) {
        int w = image.width();
        int h = image.height();
        return refit(
                guess,
                hand -> {
                    float[] z = new float[hand.length];
                    for (int i = 0; i < z.length; i++) {
                        z[i] = hand[i] ? INERTIA : -INERTIA;
                    }
                    return z;
                },
                (p, last) -> last ? Parts.joined(w, h, Parts.likely(p), p) : Parts.heaviest(w, h, Parts.likely(p), p));
    }

    /**
     * Refits {@code guess}, of any number of parts, where something else than colour has its own opinion.
     *
     * @param opinion log-odds of the hand at each pixel
     */
    Fit refit(boolean[] guess, float[] opinion) {
        int w = image.width();
        int h = image.height();
        return refit(guess, hand -> opinion, (p, last) -> Parts.within(w, h, Parts.likely(p), guess, LEAST_FORESEEN));
    }

    /** Which of the likely pixels are the hand. */
    private interface Choice {
        boolean[] of(float[] probability, boolean last);
    }

    private Fit refit(boolean[] guess, Function<boolean[], float[]> prior, Choice choice) {
        int w = image.width();
        int h = image.height();
        boolean[] reach = Parts.grown(w, h, guess, REACH);
        int least = (int) Math.max(FEWEST, LEAST_KEPT * Parts.count(guess));
        boolean[] hand = guess;
        float[] evidence = new float[guess.length];
        for (int round = 0; round < ROUNDS; round++) {
            boolean[] around = Parts.grown(w, h, hand, 2);
            boolean[] ground = new boolean[hand.length];
            for (int i = 0; i < ground.length; i++) {
                ground[i] = !around[i];
            }
            ForkJoinTask<ColourHistogram> groundColour = ForkJoinPool.commonPool()
                    .submit(() -> ColourHistogram.shaded(image, ground, ColourHistogram.Shades.OF_GROUND));
            boolean[] skin = PalmColour.agreeing(image, hand);
            if (Parts.count(skin) < FEWEST || Parts.count(ground) < FEWEST) {
                groundColour.quietlyJoin(); // nothing goes on behind a result
                return new Fit(hand, 0, 0);
            }
            evidence = evidence(hand, skin, ground, groundColour);
            float[] z = prior.apply(hand).clone();
            for (int i = 0; i < z.length; i++) {
                z[i] += evidence[i];
            }
            float[] p = labels.probabilities(z, SWEEPS);
            for (int i = 0; i < p.length; i++) {
                p[i] = reach[i] ? p[i] : 0;
            }
            boolean[] next = choice.of(p, round == ROUNDS - 1);
            if (Parts.count(next) < least) {
                return new Fit(hand, 0, 0);
            }
            hand = next;
        }
        return judged(hand, evidence);
    }

    private float[] evidence(boolean[] hand, boolean[] skin, boolean[] ground, ForkJoinTask<ColourHistogram> beside) {
        ColourHistogram skinColour = ColourHistogram.shaded(image, skin, ColourHistogram.Shades.OF_SKIN);
        float[] grain = grain(hand, skin, ground);
        ColourHistogram groundColour = beside.join();
        float[] colour = new float[ColourBins.COUNT];
        for (int b = 0; b < colour.length; b++) {
            double ratio = Math.log((skinColour.at(b) + UNSEEN_SKIN) / (groundColour.at(b) + UNSEEN));
            colour[b] = (float) Math.max(-6, Math.min(6, ratio));
        }
        float[] z = new float[hand.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = colour[image.colour()[i]] + (float) BorderGuess.GRAIN_WEIGHT * grain[image.grain()[i]];
        }
        return z;
    }

    /** Log-odds of the hand that each bin of grain gives. */
    private float[] grain(boolean[] hand, boolean[] skin, boolean[] ground) {
        boolean[] inner = Parts.shrunk(image.width(), image.height(), hand, 2);
        float[] skinWeight = new float[hand.length];
        float[] groundWeight = new float[hand.length];
        for (int i = 0; i < hand.length; i++) {
            skinWeight[i] = skin[i] && inner[i] ? 1 : 1e-6f;
            groundWeight[i] = ground[i] ? 1 : 0;
        }
        return GrainHistogram.of(image, skinWeight).logRatio(GrainHistogram.of(image, groundWeight), -2.5, 1);
    }

    private Fit judged(boolean[] hand, float[] evidence) {
        boolean[] near = Parts.grown(image.width(), image.height(), hand, 10);
        int inside = 0;
        int outside = 0;
        int around = 0;
        for (int i = 0; i < hand.length; i++) {
            inside += hand[i] && evidence[i] > 0 ? 1 : 0;
            around += near[i] && !hand[i] ? 1 : 0;
            outside += near[i] && !hand[i] && evidence[i] < 0 ? 1 : 0;
        }
        return new Fit(hand, inside / (double) Math.max(1, Parts.count(hand)), outside / (double) Math.max(1, around));
    }
}
