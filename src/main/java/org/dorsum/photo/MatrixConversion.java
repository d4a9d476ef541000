package org.dorsum.photo;

import org.dorsum.colour.Srgb;
import org.dorsum.image.SampleChange;

/**
 * Samples of a space of three primaries become sRGB; colours that sRGB cannot show are clipped to its border.
 *
 * <p>8 bits: a pixel costs three look-ups, two additions and three look-ups. Each input table holds, for a sample value,
 * its share of all three linear outputs as fields of 21 bits in one {@code long}; the sum's fields are places in a table
 * of encoded bytes, 65536 steps over the whole range the matrix can reach, so that clipping is part of the table. One step
 * is at most a fifth of an 8-bit level for the well-known spaces, also in the dark, where sRGB is steepest. 16 bits: tables
 * into linear light, the matrix, and a table back with linear interpolation between 65536 steps, exact to a hundredth of
 * a 16-bit level. A picture whose pixels are all grey stays grey to the last bit.
 */
final class MatrixConversion implements SampleChange {
    private static final int FIELD = 21; // bits
    private static final int FRACTION = 5; // bits of a field below the table's step
    private static final int STEPS = 65536;
    private static final double SAME = 2; // levels: the common sRGB profile's four digits move pure green by 1.7
    private static final int LAST = STEPS - 1;
    private static final int MIDDLE = FIELD + FRACTION; // where the second field's table place begins
    private static final int TOP = MIDDLE + FIELD;

    private final RgbSpace space;

    MatrixConversion(RgbSpace space) {
        this.space = space;
    }

    /** Whether no 8-bit colour moves by more than two levels. */
    static boolean isSrgbWithinRounding(RgbSpace space) {
        int step = 17; // 16 values a channel, 4096 colours: matrix and curves are smooth
        for (int r = 0; r < 256; r += step) {
            for (int g = 0; g < 256; g += step) {
                for (int b = 0; b < 256; b += step) {
                    double[] light = light(space, r / 255.0, g / 255.0, b / 255.0);
                    if (Math.abs(255 * encoded(light[0]) - r) > SAME
                            || Math.abs(255 * encoded(light[1]) - g) > SAME
                            || Math.abs(255 * encoded(light[2]) - b) > SAME) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** Linear light in sRGB's primaries of samples 0 … 1. */
    static double[] light(RgbSpace space, double red, double green, double blue) {
        return space.toSrgb()
                .times(
                        clip(space.red().toLinear(red)),
                        clip(space.green().toLinear(green)),
                        clip(space.blue().toLinear(blue)));
    }

    private static double encoded(double light) {
        return Srgb.toEncoded(clip(light));
    }

    private static double clip(double v) {
        return v > 0 ? Math.min(v, 1) : 0; // NaN becomes 0
    }

    @Override
    public void change(byte[] rgb) {
        if (isGrey(rgb)) {
            byte[] grey = new byte[256];
            for (int i = 0; i < grey.length; i++) {
                grey[i] = (byte) Srgb.toByte(clip(space.green().toLinear(i / 255.0)));
            }
            for (int i = 0; i < rgb.length; i++) {
                rgb[i] = grey[rgb[i] & 0xff];
            }
            return;
        }
        double low = 0;
        double high = 1;
        for (int k = 0; k < 3; k++) {
            double negative = 0;
            double positive = 0;
            for (int c = 0; c < 3; c++) {
                negative += Math.min(0, space.toSrgb().at(k, c));
                positive += Math.max(0, space.toSrgb().at(k, c));
            }
            low = Math.min(low, negative);
            high = Math.max(high, positive);
        }
        double scale = LAST / (high - low);
        byte[] encoded = new byte[STEPS];
        for (int i = 0; i < STEPS; i++) {
            encoded[i] = (byte) Srgb.toByte(clip(low + i / scale));
        }
        long[] red = shares(0, space.red(), scale, -low * scale + 0.5);
        long[] green = shares(1, space.green(), scale, 0);
        long[] blue = shares(2, space.blue(), scale, 0);
        for (int i = 0; i + 2 < rgb.length; i += 3) {
            long sum = red[rgb[i] & 0xff] + green[rgb[i + 1] & 0xff] + blue[rgb[i + 2] & 0xff];
            rgb[i] = encoded[(int) (sum >>> TOP) & LAST];
            rgb[i + 1] = encoded[(int) (sum >>> MIDDLE) & LAST];
            rgb[i + 2] = encoded[(int) (sum >>> FRACTION) & LAST];
        }
    }

    /** A channel's share of the outputs; a share may be negative, the sum of the three never is in any field. */
    private long[] shares(int channel, ToneCurve curve, double scale, double offset) {
        long[] table = new long[256];
        for (int i = 0; i < table.length; i++) {
            double light = clip(curve.toLinear(i / 255.0)) * scale;
            long packed = 0;
            for (int k = 0; k < 3; k++) {
                double place = space.toSrgb().at(k, channel) * light + offset;
                packed = (packed << FIELD) + (long) Math.floor(place * (1 << FRACTION));
            }
            table[i] = packed;
        }
        return table;
    }

    @Override
    public void change(short[] rgb) {
        float[] red = linear(space.red());
        float[] green = linear(space.green());
        float[] blue = linear(space.blue());
        float[] encoded = new float[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            encoded[i] = (float) (65535 * Srgb.toEncoded(i / (double) STEPS));
        }
        boolean grey = isGrey(rgb);
        Matrix3 m = grey ? Matrix3.diagonal(1, 1, 1) : space.toSrgb();
        float[] first = grey ? green : red;
        float[] last = grey ? green : blue;
        float[] k = new float[9];
        for (int i = 0; i < k.length; i++) {
            k[i] = (float) m.at(i / 3, i % 3);
        }
        for (int i = 0; i + 2 < rgb.length; i += 3) {
            float r = first[rgb[i] & 0xffff];
            float g = green[rgb[i + 1] & 0xffff];
            float b = last[rgb[i + 2] & 0xffff];
            rgb[i] = sample(encoded, k[0] * r + k[1] * g + k[2] * b);
            rgb[i + 1] = sample(encoded, k[3] * r + k[4] * g + k[5] * b);
            rgb[i + 2] = sample(encoded, k[6] * r + k[7] * g + k[8] * b);
        }
    }

    private static float[] linear(ToneCurve curve) {
        float[] table = new float[65536];
        for (int i = 0; i < table.length; i++) {
            table[i] = (float) clip(curve.toLinear(i / 65535.0));
        }
        return table;
    }

    private static short sample(float[] encoded, float light) {
        float place = Math.max(0, Math.min(1, light)) * STEPS;
        int i = Math.min((int) place, LAST);
        return (short) (int) (encoded[i] + (place - i) * (encoded[i + 1] - encoded[i]) + 0.5f);
    }

    private static boolean isGrey(byte[] rgb) {
        for (int i = 0; i + 2 < rgb.length; i += 3) {
            if (rgb[i] != rgb[i + 1] || rgb[i] != rgb[i + 2]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isGrey(short[] rgb) {
        for (int i = 0; i + 2 < rgb.length; i += 3) {
            if (rgb[i] != rgb[i + 1] || rgb[i] != rgb[i + 2]) {
                return false;
            }
        }
        return true;
    }
}
