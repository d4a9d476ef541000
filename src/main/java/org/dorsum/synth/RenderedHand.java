package org.dorsum.synth;

import org.dorsum.image.Codec;
import org.dorsum.image.Mask;
import org.dorsum.image.RgbImage;

/**
 * A rendered picture with its truth.
 *
 * @param image the picture before JPEG compression
 * @param quality of the JPEG file, 1 … 100
 * @param classes class of each pixel as {@link CellClass#grey()}, three equal samples
 * @param hair pixels on which a hair lies
 * @param truth everything else that is known
 */
public record RenderedHand(RgbImage image, int quality, RgbImage classes, Mask hair, Truth truth) {

    /** The picture as the camera stored it. */
    public byte[] jpeg() {
        return Codec.jpeg(image, quality);
    }
}
