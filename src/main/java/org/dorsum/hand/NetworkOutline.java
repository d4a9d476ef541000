package org.dorsum.hand;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.dorsum.image.Plane;
import org.dorsum.image.Resampling;
import org.dorsum.image.RgbImage;

/**
 * Where the hand the network saw ends, exactly.
 *
 * @param share of each pixel of the reduced photo that is hand with its nails, 0 … 1
 * @param back the same without what is worn
 * @param all share that is skin of any hand in the photo
 * @param evidence what speaks for the network's outline being right
 * @param confidence that this one is right, 0 … 1
 */
record NetworkOutline(Plane share, Plane back, Plane all, Evidence evidence, double confidence) {
    /** Confidence below which an outline is called uncertain. */
    static final double UNCERTAIN = ShapeHandFinder.UNCERTAIN;

    private static final double DOUBTED =
            0.5; // confidence below which the outline without the network is asked for, too

    // By CalibrateConfidence (training wing), on rendered hands; in the order of Evidence, the constant last.
    private static final double[] WEIGHTS = {0.00, 0.64, 2.32, 0.03, 0.73, 0.93, -0.09, -9.19};
    private static final int LINK =
            6; // search pixels: half of what a ring, or its shadow, may part a finger from its hand by
    private static final double MOST = 4; // log-odds that the network may bring against colour and grain

    /**
     * What speaks for an outline.
     *
     * @param looks overlap of the network's two looks, 0 … 1
     * @param kept overlap of the second look with the outline by colour and grain, 0 … 1
     * @param sure mean certainty of the network over the hand and close about it, 0 … 1
     * @param points mean confidence of the key points, 0 … 1
     * @param inside see {@link SkinRefit.Fit}
     * @param outside see {@link SkinRefit.Fit}
     * @param contrast see {@link MaskQuality}
     */
    record Evidence(
            double looks, double kept, double sure, double points, double inside, double outside, double contrast) {

        /** What {@link #confidence()} weighs: overlaps and shares as log-odds, which are closer to even steps. */
        double[] features() {
            return new double[] {
                logOdds(looks),
                logOdds(kept),
                logOdds(sure),
                logOdds(points),
                logOdds(inside),
                logOdds(outside),
                contrast
            };
        }

        /** That the network's outline is right, 0 … 1. */
        double confidence() {
            double[] f = features();
            double z = WEIGHTS[f.length];
            for (int k = 0; k < f.length; k++) {
                z += WEIGHTS[k] * f[k];
            }
            return 1 / (1 + Math.exp(-z));
        }

        private static double logOdds(double p) {
            double q = Math.max(0.01, Math.min(0.995, p));
            return Math.log(q / (1 - q));
        }
    }

    /**
     * The outline in a photo, which is at the size of the view.
     *
     * @param refitting to the same photo at the size at which the hand is searched
     */
    static NetworkOutline of(RgbImage photo, NetworkView view, SkinRefit refitting) {
        SearchImage image = refitting.image();
        int w = image.width();
        int h = image.height();
        ForkJoinTask<float[]> jewellery =
                ForkJoinPool.commonPool().submit(() -> view.worn(w, h).toArray());
        float[] seen = view.hand(w, h).toArray();
        float[] opinion = new float[seen.length];
        for (int i = 0; i < seen.length; i++) {
            double odds = seen[i] / (1.0 - seen[i]); // 0 and infinity included
            opinion[i] = (float) Math.max(-MOST, Math.min(MOST, Math.log(odds)));
        }
        boolean[] guess = oneHand(seen, jewellery.join(), w, h);
        SkinRefit.Fit fit = refitting.refit(guess, opinion);
        ForkJoinTask<Evidence> evidence =
                ForkJoinPool.commonPool().submit(() -> evidence(view, seen, guess, fit, image));
        Plane share = EdgeRefinement.refine(photo, image, fit.hand());
        ForkJoinTask<Plane> others = ForkJoinPool.commonPool()
                .submit(() -> Resampling.resize(Plane.of(w, h, seen), photo.width(), photo.height()));
        Plane worn = view.worn(share.above(0.5));
        return of(share, worn, others.join(), evidence.join(), evidence.join().confidence());
    }

    private static NetworkOutline of(Plane share, Plane worn, Plane all, Evidence evidence, double confidence) {
        Plane back = share.with(worn, (s, j) -> j > 0.5 ? 0 : s);
        return new NetworkOutline(share, back, all, evidence, confidence);
    }

    /**
     * The share of each pixel that is skin.
     *
     * @param nails share that is a nail plate, of any hand in the photo
     */
    Plane skin(Plane nails) {
        return back.with(nails, (s, n) -> n > 0.5 ? 0 : s);
    }

    /**
     * This outline, or where it is doubtful the one that colours and shape of the photo give without the network, if that one is
     * not uncertain: they fail on different photos, the network on grounds like nothing it has learned from.
     */
    NetworkOutline orByShape(RgbImage photo, NetworkView view) {
        if (confidence >= DOUBTED) {
            return this;
        }
        HandSearch.Result shape = HandSearch.search(SearchImage.reduced(photo, HandSearch.LONG_SIDE));
        if (shape.confidence() < ShapeHandFinder.UNCERTAIN) {
            return this;
        }
        Plane other = EdgeRefinement.refine(photo, shape.image(), shape.pixels());
        return of(other, view.worn(other.above(0.5)), all, evidence, shape.confidence());
    }

    /** The likely pixels of the heaviest hand; a finger beyond a ring belongs to it. */
    private static boolean[] oneHand(float[] hand, float[] worn, int w, int h) {
        float[] either = new float[hand.length];
        for (int i = 0; i < either.length; i++) {
            either[i] = hand[i] + worn[i];
        }
        boolean[] linked = Parts.heaviest(w, h, Parts.grown(w, h, Parts.likely(either), LINK), hand);
        boolean[] one = Parts.likely(hand);
        for (int i = 0; i < one.length; i++) {
            one[i] &= linked[i];
        }
        return Parts.tidy(w, h, one);
    }

    private static Evidence evidence(
            NetworkView view, float[] seen, boolean[] guess, SkinRefit.Fit fit, SearchImage image) {
        int w = image.width();
        int h = image.height();
        float[] first = view.firstHand(w, h).toArray();
        boolean[] far = Parts.within(w, h, Parts.likely(first), guess, 0.3);
        boolean[] near = Parts.grown(w, h, fit.hand(), 6);
        double certainty = 0;
        int n = 0;
        for (int i = 0; i < seen.length; i++) {
            if (near[i]) {
                certainty += Math.abs(2 * seen[i] - 1);
                n++;
            }
        }
        return new Evidence(
                Parts.overlap(far, guess),
                Parts.overlap(guess, fit.hand()),
                certainty / Math.max(1, n),
                view.second().points().stream()
                        .mapToDouble(Landmark::confidence)
                        .average()
                        .orElseThrow(),
                fit.inside(),
                fit.outside(),
                MaskQuality.of(image, fit.hand()).contrast());
    }
}
