package org.dorsum.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.dorsum.hand.Hand;
import org.dorsum.hand.HandFinder;
import org.dorsum.hand.ScaleHint;
import org.dorsum.image.Codec;
import org.dorsum.image.Mask;
import org.dorsum.image.RgbImage;
import org.dorsum.photo.Photo;
import org.dorsum.photo.PhotoReader;
import org.dorsum.photo.UnreadablePhotoException;
import org.dorsum.stats.Quantiles;

/** Intersection over union of nail plates with hand-made masks, per photo on standard output, mean on standard error. */
public final class NailAccuracy {
    private NailAccuracy() {}

    /** Measures all photos of the set {@code nails}. */
    public static void main(String[] args) throws IOException, UnreadablePhotoException {
        HandFinder finder = Hands11k.finder();
        Path folder = Hands11k.FOLDER.resolveSibling("nails");
        List<Double> overlaps = new ArrayList<>();
        System.out.println("file,iou");
        try (Stream<Path> files = Files.list(folder.resolve("images"))) {
            for (Path file : files.sorted().toList()) {
                Photo photo = PhotoReader.withDefaults().read(file);
                String stem = file.getFileName().toString().replaceFirst("[.][^.]+$", "");
                RgbImage truth = Codec.decode(
                                Files.readAllBytes(folder.resolve("masks").resolve(stem + ".png")))
                        .orElseThrow();
                double iou = overlap(finder.find(photo, ScaleHint.none()), truth);
                System.out.printf(Locale.ROOT, "%s,%.4f%n", file.getFileName(), iou);
                overlaps.add(iou);
            }
        }
        double[] iou = overlaps.stream().mapToDouble(Double::doubleValue).toArray();
        System.err.printf(
                Locale.ROOT,
                "nails n %d  mean IoU %.4f  median %.4f%n",
                iou.length,
                overlaps.stream().mapToDouble(Double::doubleValue).average().orElseThrow(),
                Quantiles.median(iou));
    }

    private static double overlap(HandFinder.Outcome outcome, RgbImage truth) {
        Optional<Mask> nails = outcome instanceof HandFinder.Outcome.Found found
                ? Optional.of(found.hand()).flatMap(Hand::nails)
                : Optional.empty();
        long both = 0;
        long either = 0;
        for (int y = 0; y < truth.height(); y++) {
            for (int x = 0; x < truth.width(); x++) {
                boolean is = nails.isPresent() && nails.get().at(x, y);
                boolean should = truth.sample(x, y, 0) > 127;
                both += is && should ? 1 : 0;
                either += is || should ? 1 : 0;
            }
        }
        return either == 0 ? 1 : both / (double) either;
    }
}
