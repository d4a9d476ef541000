package org.dorsum.hand;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dorsum.image.Mask;
import org.dorsum.image.Resampling;
import org.dorsum.image.RgbImage;
import org.dorsum.synth.CellClass;
import org.dorsum.synth.Conditions;
import org.dorsum.synth.HandRenderer;
import org.dorsum.synth.Subject;
import org.dorsum.synth.TrainingPicture;
import org.dorsum.train.Surfaces;

/**
 * Finds the coefficients that turn what speaks for an outline into a confidence, and those that tell back from palm, on rendered
 * hands that training did not see: logistic regressions on whether the outline overlaps the truth by 0.9, and on the aspect. They
 * are printed for {@link NetworkOutline} and {@link NetworkView}.
 *
 * <p>Arguments: folder of the model; number of hands; folder with pictures of surfaces; file for the rows.
 */
public final class CalibrateConfidence {
    private static final long SEEDS = 700_000_000L; // neither training's nor its check's
    private static final double GOOD = 0.9;
    private static final double RIDGE = 1e-3;

    private CalibrateConfidence() {}

    /** Measures and fits. */
    public static void main(String[] args) throws IOException, UnusableModelException {
        HandNetwork network = HandNetwork.open(Path.of(args[0]));
        int n = Integer.parseInt(args[1]);
        List<RgbImage> surfaces = Surfaces.read(Path.of(args[2]));
        List<double[]> outlines = new ArrayList<>();
        List<Boolean> good = new ArrayList<>();
        List<double[]> aspects = new ArrayList<>();
        List<Boolean> palms = new ArrayList<>();
        try (PrintStream rows =
                new PrintStream(Files.newOutputStream(Path.of(args[3])), true, StandardCharsets.UTF_8)) {
            for (int i = 0; i < n; i++) {
                TrainingPicture p = HandRenderer.withDefaults()
                        .training(Subject.random(SEEDS + i), Conditions.anywhere(SEEDS + i, 512, 384, surfaces));
                Optional<NetworkView> view = NetworkView.of(p.image(), network);
                if (view.isEmpty()) {
                    continue;
                }
                NetworkOutline outline = NetworkOutline.of(
                        p.image(), view.get(), SkinRefit.of(SearchImage.reduced(p.image(), HandSearch.LONG_SIDE)));
                double iou = overlap(outline, p);
                outlines.add(outline.evidence().features());
                good.add(iou >= GOOD);
                aspects.add(view.get().aspectFeatures());
                palms.add(p.palm());
                rows.printf(
                        Locale.ROOT,
                        "%d,%.4f,%s,%b,%s%n",
                        SEEDS + i,
                        iou,
                        Arrays.toString(outline.evidence().features()),
                        p.palm(),
                        Arrays.toString(view.get().aspectFeatures()));
            }
            print("confidence", fitted(outlines, good));
            print("palm", fitted(aspects, palms));
        }
    }

    private static double overlap(NetworkOutline outline, TrainingPicture p) {
        int w = p.image().width();
        int h = p.image().height();
        Mask found = Resampling.enlargedAbove(outline.share(), 0.5, w, h);
        int both = 0;
        int either = 0;
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                byte c = p.classes()[y * w + x];
                boolean is = found.at(x, y);
                boolean should = c == CellClass.SKIN.code() || c == CellClass.NAIL.code();
                if (c != CellClass.JEWELLERY.code()) {
                    both += is && should ? 1 : 0;
                    either += is || should ? 1 : 0;
                }
            }
        }
        return either == 0 ? 1 : both / (double) either;
    }

    /** Coefficients of a logistic regression, the constant last; gradient descent on standardised features. */
    private static double[] fitted(List<double[]> rows, List<Boolean> yes) {
        int k = rows.get(0).length;
        double[] mean = new double[k];
        double[] deviation = new double[k];
        for (int j = 0; j < k; j++) {
            int c = j;
            mean[j] = rows.stream().mapToDouble(r -> r[c]).average().orElseThrow();
            deviation[j] = 1e-6
                    + Math.sqrt(rows.stream()
                            .mapToDouble(r -> (r[c] - mean[c]) * (r[c] - mean[c]))
                            .average()
                            .orElseThrow());
        }
        double[] w = new double[k + 1];
        for (int round = 0; round < 20_000; round++) {
            double[] gradient = new double[k + 1];
            for (int i = 0; i < rows.size(); i++) {
                double z = w[k];
                for (int j = 0; j < k; j++) {
                    z += w[j] * (rows.get(i)[j] - mean[j]) / deviation[j];
                }
                double miss = 1 / (1 + Math.exp(-z)) - (yes.get(i) ? 1 : 0);
                for (int j = 0; j < k; j++) {
                    gradient[j] += miss * (rows.get(i)[j] - mean[j]) / deviation[j];
                }
                gradient[k] += miss;
            }
            for (int j = 0; j <= k; j++) {
                w[j] -= 0.5 * (gradient[j] / rows.size() + (j < k ? RIDGE * w[j] : 0));
            }
        }
        double[] out = new double[k + 1];
        out[k] = w[k];
        for (int j = 0; j < k; j++) {
            out[j] = w[j] / deviation[j];
            out[k] -= out[j] * mean[j];
        }
        return out;
    }

    @SuppressWarnings("SystemOut") // a tool of the training wing
    private static void print(String name, double[] coefficients) {
        System.out.println(name + " " + Arrays.toString(coefficients));
    }
}
