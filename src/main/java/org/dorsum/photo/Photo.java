package org.dorsum.photo;

import java.util.List;
import org.dorsum.image.RgbImage;

/**
 * A photograph ready to be measured: upright, sRGB, of known provenance. Immutable.
 *
 * @param name how the user named the file: for messages and tables
 * @param pixels upright picture in sRGB, 8 or 16 bits a sample
 * @param grey whether the photo carries no colour, so that no colour measure can be taken
 * @param provenance where the pixels came from
 * @param findings what was noticed while reading
 */
public record Photo(String name, RgbImage pixels, boolean grey, Provenance provenance, List<Finding> findings) {

    /** Copies the findings. */
    public Photo {
        findings = List.copyOf(findings);
    }

    /** Columns of the upright picture. */
    public int width() {
        return pixels.width();
    }

    /** Rows of the upright picture. */
    public int height() {
        return pixels.height();
    }
}
