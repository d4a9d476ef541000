package org.dorsum.colour;

/** Linear light in the sRGB primaries (ITU-R BT.709, white point D65), 1 being white. */
public record LinearRgb(double red, double green, double blue) {

    /** The colour of 8-bit encoded samples, packed as 0xRRGGBB. */
    public static LinearRgb ofPacked(int rgb) {
        return new LinearRgb(
                Srgb.toLinear(rgb >> 16 & 0xff), Srgb.toLinear(rgb >> 8 & 0xff), Srgb.toLinear(rgb & 0xff));
    }

    /** Relative luminance Y, 0 … 1 for colours of the display. */
    public double luminance() {
        return luminance(red, green, blue);
    }

    /** Relative luminance Y of linear light (second row of the sRGB matrix). */
    public static double luminance(double red, double green, double blue) {
        return 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue;
    }

    /** 8-bit encoded samples, clipped to the display's range, packed as 0xRRGGBB. */
    public int toPacked() {
        return Srgb.toByte(red) << 16 | Srgb.toByte(green) << 8 | Srgb.toByte(blue);
    }
}
