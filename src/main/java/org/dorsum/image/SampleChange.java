package org.dorsum.image;

/**
 * A change of colour made to a picture's samples while it is being decoded, before anybody else sees them: a 12-megapixel
 * picture is converted where it lies instead of being held twice. Implementations keep nothing of the arrays.
 */
public interface SampleChange {
    /** Changes 8-bit samples in place: red, green, blue of each pixel, unsigned. */
    void change(byte[] rgb);

    /** Changes 16-bit samples in place: red, green, blue of each pixel, unsigned. */
    void change(short[] rgb);

    /** The change that leaves every sample as it is. */
    static SampleChange none() {
        return NoChange.INSTANCE;
    }
}
