package org.dorsum.support;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.dorsum.image.RgbImage;
import org.dorsum.photo.Photo;
import org.dorsum.photo.Provenance;

/** Pictures with just enough texture to be measured. */
public final class Pictures {
    private Pictures() {}

    /** A surface of the colour of skin with grain and dark lines, 560 × 420, another one for every seed. */
    public static RgbImage skin(long seed) {
        int width = 560;
        int height = 420;
        Random random = new Random(seed);
        int[] grain = random.ints((long) width * height, -14, 15).toArray();
        return RgbImage.of(width, height, (x, y) -> {
            int g = grain[y * width + x] - ((x + 3 * (int) (seed % 37)) % 37 < 3 ? 40 : 0);
            return (205 + g) << 16 | (160 + g) << 8 | (130 + g);
        });
    }

    /** A picture in which {@link EllipseHandFinder} finds nothing. */
    public static RgbImage black() {
        return RgbImage.of(64, 48, (x, y) -> 0);
    }

    /** A photo of these pixels under that name. */
    public static Photo photo(String name, RgbImage pixels) {
        return new Photo(
                name,
                pixels,
                false,
                new Provenance("ab".repeat(32), "JPEG", 8, "sRGB", 1, Optional.empty()),
                List.of());
    }
}
