package org.dorsum.hand;

import java.util.Optional;
import java.util.OptionalDouble;
import org.dorsum.image.Plane;
import org.dorsum.image.RgbImage;
import org.dorsum.photo.Photo;

/** Experiments. */
public final class NetworkHandFinder {
    private final HandNetwork network;

    public NetworkHandFinder(HandNetwork network) {
        this.network = network;
    }

    public record Seen(Plane net, Plane refit, Plane share, Plane nail, java.util.List<Landmark> points, double palm, double left, double inside, double outside, double plausibility) {}

    public Optional<Seen> look(RgbImage photo, double trust, double cap) {
        RgbImage medium = SearchImage.reduced(photo, EdgeRefinement.LONG_SIDE);
        Optional<NetworkView> view = NetworkView.of(medium, network);
        if (view.isEmpty()) {
            return Optional.empty();
        }
        NetworkView v = view.get();
        RgbImage small = SearchImage.reduced(medium, HandSearch.LONG_SIDE);
        int w = small.width();
        int h = small.height();
        Plane p = v.hand(w, h);
        float[] prior = new float[w * h];
        float[] prob = p.toArray();
        boolean[] guess = new boolean[w * h];
        for (int i = 0; i < prior.length; i++) {
            double q = Math.max(1e-4, Math.min(1 - 1e-4, prob[i]));
            prior[i] = (float) Math.max(-cap, Math.min(cap, trust * Math.log(q / (1 - q))));
            guess[i] = q > 0.5;
        }
        guess = Parts.joined(w, h, guess, prob);
        SearchImage image = SearchImage.of(small);
        SkinRefit.Fit fit = new SkinRefit(image, new SmoothLabels(image)).refit(guess, prior);
        boolean[] hand = fit.hand();
        Plane share = EdgeRefinement.refine(medium, hand, w, h);
        double q = MaskQuality.of(image, hand).plausibility();
        Plane refit = Plane.of(w, h, (x, y) -> hand[y * w + x] ? 1 : 0);
        return Optional.of(new Seen(p, refit, share, v.nail(medium.width(), medium.height()), v.landmarks(), v.second().palm(), v.second().left(), fit.inside(), fit.outside(), q));
    }
}
