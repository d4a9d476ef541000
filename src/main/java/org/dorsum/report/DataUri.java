package org.dorsum.report;

import java.util.Base64;
import org.dorsum.image.Codec;
import org.dorsum.image.RgbImage;

/** Pictures within a page: nothing is fetched from anywhere. */
final class DataUri {
    private static final int[] QUALITIES = {84, 76, 68, 60};
    private static final int LARGEST = 440_000; // bytes of a JPEG, so that a page of two stays under 1.5 MB

    private DataUri() {}

    /** A JPEG of the best quality that is not too large; it carries pixels only. */
    static String jpeg(RgbImage image) {
        byte[] file = {};
        for (int quality : QUALITIES) {
            file = Codec.jpeg(image, quality);
            if (file.length <= LARGEST) {
                break;
            }
        }
        return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(file);
    }
}
