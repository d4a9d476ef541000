package org.dorsum.hand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dorsum.image.Codec;
import org.dorsum.image.Mask;
import org.dorsum.image.RgbImage;
import org.junit.jupiter.api.Test;

/** On photographs of the 11K Hands set, where they are at hand: every fifth photo that has a mask. */
class HandsOnPaperTest {
    private static final Path DATA =
            Path.of(System.getProperty("dorsum.data", "../shared/data")).resolve("hands11k");

    @Test
    void theMeanOverlapIsAtLeast95Percent() throws IOException {
        assumeTrue(Files.isDirectory(DATA.resolve("masks")), "no photographs at " + DATA + "; see dorsum.data");
        List<Path> masks;
        try (Stream<Path> files = Files.list(DATA.resolve("masks"))) {
            masks = files.filter(f -> f.toString().endsWith(".png")).sorted().toList();
        }
        double sum = 0;
        int n = 0;
        for (int i = 0; i < masks.size(); i += 5) {
            sum += overlap(masks.get(i));
            n++;
        }
        assertThat(n).isGreaterThanOrEqualTo(12);
        assertThat(sum / n).isGreaterThanOrEqualTo(0.95);
    }

    private static double overlap(Path trimap) throws IOException {
        RgbImage truth = Codec.decode(Files.readAllBytes(trimap)).orElseThrow();
        String name = trimap.getFileName().toString().replace(".png", ".jpg");
        RgbImage pixels = Codec.decode(Files.readAllBytes(DATA.resolve("dorsal").resolve(name)))
                .orElseThrow();
        HandFinder.Outcome outcome = ShapeHandFinder.withDefaults().find(DrawnHand.photo(pixels), ScaleHint.none());
        if (!(outcome instanceof HandFinder.Outcome.Found found)) {
            return 0;
        }
        Mask skin = found.hand().skin();
        int both = 0;
        int either = 0;
        for (int y = 0; y < truth.height(); y++) {
            for (int x = 0; x < truth.width(); x++) {
                int t = truth.sample(x, y, 0);
                if (t != 128) { // nails, rings and the blurred edge do not count
                    both += t == 255 && skin.at(x, y) ? 1 : 0;
                    either += t == 255 || skin.at(x, y) ? 1 : 0;
                }
            }
        }
        return both / (double) Math.max(1, either);
    }
}
