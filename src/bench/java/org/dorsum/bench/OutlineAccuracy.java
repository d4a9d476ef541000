package org.dorsum.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dorsum.hand.Hand;
import org.dorsum.hand.HandFinder;
import org.dorsum.hand.ScaleHint;
import org.dorsum.image.Codec;
import org.dorsum.image.RgbImage;
import org.dorsum.photo.Photo;
import org.dorsum.photo.PhotoReader;
import org.dorsum.photo.UnreadablePhotoException;
import org.dorsum.stats.Quantiles;

/**
 * Intersection over union of found hands with hand-made masks (255 hand, 0 not, everything else not counted), per photo as
 * CSV on standard output and as a summary per set on standard error. A hand that is not found counts as 0. The masks
 * count most nails as hand, so nails count here, too; the figure of the skin alone stands beside it. Masks lie in the folder of {@code -Ddorsum.data}.
 */
public final class OutlineAccuracy {
    private record Score(String file, double iou, double skinIou, double confidence) {}

    private static final HandFinder FINDER = Hands11k.finder();
    private static final double CONFIDENT = 0.5; // below it the outline is called uncertain

    private OutlineAccuracy() {}

    /** Measures the sets named, or all. */
    public static void main(String[] sets) throws IOException, UnreadablePhotoException {
        Path data = Path.of(System.getProperty("dorsum.data", "../shared/data"));
        System.out.println("set,file,iou,skin_iou,confidence");
        for (String set : sets.length > 0 ? sets : new String[] {"hands11k", "hands-on-things", "hgr1"}) {
            Path images = data.resolve(set.equals("hands11k") ? "hands11k/dorsal" : set + "/images");
            List<Score> scores = new ArrayList<>();
            for (Path mask : sorted(data.resolve(set).resolve("masks"))) {
                Path photo = images.resolve(mask.getFileName().toString().replace(".png", ".jpg"));
                Score score = score(PhotoReader.withDefaults().read(photo), mask);
                System.out.printf(
                        Locale.ROOT,
                        "%s,%s,%.4f,%.4f,%.3f%n",
                        set,
                        photo.getFileName(),
                        score.iou(),
                        score.skinIou(),
                        score.confidence());
                scores.add(score);
            }
            summarise(set, scores);
        }
    }

    private static Score score(Photo photo, Path maskFile) throws IOException {
        RgbImage truth = Codec.decode(Files.readAllBytes(maskFile)).orElseThrow();
        HandFinder.Outcome outcome = FINDER.find(photo, ScaleHint.none());
        if (!(outcome instanceof HandFinder.Outcome.Found found)) {
            return new Score(photo.name(), 0, 0, 0);
        }
        Hand hand = found.hand();
        long[] n = new long[4];
        for (int y = 0; y < truth.height(); y++) {
            for (int x = 0; x < truth.width(); x++) {
                int t = truth.sample(x, y, 0);
                boolean skin = hand.skin().at(x, y);
                boolean is =
                        skin || (hand.nails().isPresent() && hand.nails().get().at(x, y));
                if (t == 255 || t == 0) {
                    n[0] += is && t == 255 ? 1 : 0;
                    n[1] += is || t == 255 ? 1 : 0;
                    n[2] += skin && t == 255 ? 1 : 0;
                    n[3] += skin || t == 255 ? 1 : 0;
                }
            }
        }
        return new Score(photo.name(), share(n[0], n[1]), share(n[2], n[3]), hand.confidence());
    }

    private static double share(long some, long all) {
        return all == 0 ? 1 : some / (double) all;
    }

    private static void summarise(String set, List<Score> scores) {
        double[] iou = scores.stream().mapToDouble(Score::iou).toArray();
        int tenth = Math.max(1, iou.length / 10);
        double lowest = scores.stream()
                .mapToDouble(Score::iou)
                .sorted()
                .limit(tenth)
                .average()
                .orElseThrow();
        System.err.printf(
                Locale.ROOT,
                "%-16s n %3d  mean IoU %.4f  median %.4f  10%% quantile %.4f  mean of lowest tenth %.4f  skin alone %.4f  below 0.9: %d, of them"
                        + " uncertain: %d  0.9 and better but uncertain: %d%n",
                set,
                iou.length,
                scores.stream().mapToDouble(Score::iou).average().orElseThrow(),
                Quantiles.median(iou),
                Quantiles.quantile(iou, 0.1),
                lowest,
                scores.stream().mapToDouble(Score::skinIou).average().orElseThrow(),
                scores.stream().filter(s -> s.iou() < 0.9).count(),
                scores.stream()
                        .filter(s -> s.iou() < 0.9 && s.confidence() < CONFIDENT)
                        .count(),
                scores.stream()
                        .filter(s -> s.iou() >= 0.9 && s.confidence() < CONFIDENT)
                        .count());
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
