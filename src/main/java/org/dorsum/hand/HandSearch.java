package org.dorsum.hand;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dorsum.image.RgbImage;

/** Searches a small photo for the pixels of a hand: several first guesses, the best ones refitted, the best of these kept. */
final class HandSearch {
    /** Size at which the hand is searched: fingers are still ten pixels broad where the hand fills half the photo. */
    static final int LONG_SIDE = 256;

    private static final double[] TRUSTS = {1, 0.3
    }; // first with the general skin prior, then, if need be, nearly without
    private static final double GOOD_GUESS = 0.75; // plausibility from which no further guesses are made
    private static final double SAME = 0.93; // overlap from which two guesses count as one
    private static final int MOST_REFITS = 3;

    private HandSearch() {}

    /**
     * What was found.
     *
     * @param image what was searched
     * @param pixels of it that are hand, row by row
     * @param confidence that they are, 0 … 1
     */
    record Result(SearchImage image, boolean[] pixels, double confidence) {}

    private record Guess(boolean[] pixels, double plausibility) {}

    private record Refit(SkinRefit.Fit fit, MaskQuality quality) {}

    static Result search(RgbImage photo) {
        SkinRefit refitting = SkinRefit.of(photo);
        SearchImage image = refitting.image();
        List<Guess> guesses = guesses(image, refitting.labels());
        List<boolean[]> tried = new ArrayList<>();
        Refit best = null;
        for (Guess g : guesses) {
            boolean known = tried.stream().anyMatch(t -> Parts.overlap(t, g.pixels()) > SAME);
            if (!known && tried.size() < MOST_REFITS) {
                tried.add(g.pixels());
                SkinRefit.Fit fit = refitting.refit(g.pixels());
                Refit r = new Refit(fit, MaskQuality.of(image, fit.hand()));
                if (best == null || r.quality().plausibility() > best.quality().plausibility()) {
                    best = r;
                }
            }
        }
        if (best == null) {
            return new Result(image, new boolean[image.pixels()], 0);
        }
        boolean[] hand = best.fit().hand();
        double agreement = guesses.stream()
                .mapToDouble(g -> -Parts.overlap(g.pixels(), hand))
                .sorted()
                .limit(3)
                .average()
                .orElse(0);
        return new Result(image, hand, best.quality().confidence(best.fit(), -agreement, tried.size()));
    }

    /** The guesses, most plausible first; of equal ones the earlier. */
    private static List<Guess> guesses(SearchImage image, SmoothLabels labels) {
        BorderGuess guessing = new BorderGuess(image, labels);
        List<Guess> guesses = new ArrayList<>();
        for (double trust : TRUSTS) {
            for (BorderGuess.Entry entry : BorderGuess.Entry.values()) {
                float[] p = guessing.probabilities(entry, trust);
                boolean[] pixels = Parts.heaviest(image.width(), image.height(), Parts.likely(p), p);
                guesses.add(new Guess(pixels, MaskQuality.of(image, pixels).plausibility()));
            }
            if (guesses.stream().anyMatch(g -> g.plausibility() > GOOD_GUESS)) {
                break;
            }
        }
        guesses.sort(Comparator.comparingDouble(Guess::plausibility).reversed());
        return guesses;
    }
}
