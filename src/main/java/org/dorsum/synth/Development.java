package org.dorsum.synth;

import org.dorsum.image.RgbImage;

/**
 * How a camera turns light into a picture. Immutable.
 *
 * @param exposure factor on the light; 1 shows a white that faces full light as 1
 * @param balance red, green, blue gains of the white balance
 * @param defocus blur of the lens, mm on the hand (standard deviation)
 * @param motion length of a shake, mm on the hand
 * @param motionAngle its direction in the picture, radians
 * @param noise standard deviation at mid grey, share of white
 * @param contrast of the tone curve: 0 none … 1 strong
 * @param saturation 1 as it is; phones use up to 1.3
 * @param sharpen strength of the unsharp mask, 0 … 1.5
 * @param quality of the JPEG, 1 … 100
 */
record Development(
        double exposure,
        double[] balance,
        double defocus,
        double motion,
        double motionAngle,
        double noise,
        double contrast,
        double saturation,
        double sharpen,
        int quality) {
    private static final double LENS_PIXELS = 0.45; // σ of lens and demosaicking at best focus, pixels

    /** A colourimeter: nothing changed, nothing lost. */
    static final Development NEUTRAL = new Development(1, new double[] {1, 1, 1}, 0, 0, 0, 0, 0, 1, 0, 100);

    static Development clinic(Rng r) {
        return new Development(
                r.uniform(1.02, 1.1),
                new double[] {r.normal(1, 0.01), 1, r.normal(1, 0.012)},
                r.uniform(0, 0.02),
                0,
                0,
                r.uniform(0.002, 0.0045),
                r.uniform(0.1, 0.25),
                r.uniform(1, 1.08),
                r.uniform(0.1, 0.35),
                93);
    }

    static Development random(Rng r) {
        return new Development(
                Fast.exp(r.normal(0.1, 0.22)),
                new double[] {r.normal(1, 0.06), 1, r.normal(0.97, 0.09)},
                r.chance(0.15) ? r.uniform(0.05, 0.3) : r.uniform(0, 0.05),
                r.chance(0.08) ? r.uniform(0.1, 0.7) : 0,
                r.uniform(0, 3.14),
                0.002 + 0.016 * r.uniform(0, 1) * r.uniform(0, 1),
                r.uniform(0, 0.7),
                r.uniform(0.85, 1.3),
                r.chance(0.6) ? r.uniform(0.1, 1.1) : 0,
                60 + r.below(38));
    }

    /** The same camera on another day. */
    Development again(Rng r) {
        return new Development(
                exposure * r.normal(1, 0.03),
                new double[] {balance[0] * r.normal(1, 0.01), 1, balance[2] * r.normal(1, 0.012)},
                defocus,
                motion,
                motionAngle,
                noise,
                contrast,
                saturation,
                sharpen,
                quality);
    }

    /** The same with another exposure and a cast of colour, as factors. */
    Development strained(double factor, double red, double blue) {
        double[] cast = {balance[0] * red, balance[1], balance[2] * blue};
        return new Development(
                exposure * factor, cast, defocus, motion, motionAngle, noise, contrast, saturation, sharpen, quality);
    }

    /** The same with another curve and saturation. */
    Development rendering(double newContrast, double newSaturation) {
        return new Development(
                exposure, balance, defocus, motion, motionAngle, noise, newContrast, newSaturation, sharpen, quality);
    }

    Development blurred(double defocusMm, double motionMm) {
        return new Development(
                exposure, balance, defocusMm, motionMm, 0.6, noise, contrast, saturation, sharpen, quality);
    }

    /** The picture of the light {@code rgb} (three arrays, overwritten). */
    RgbImage develop(float[][] rgb, int width, int height, double pixelsPerMm, int seed) {
        double defocusPixels = defocus * pixelsPerMm;
        double sigma = Math.sqrt(LENS_PIXELS * LENS_PIXELS + defocusPixels * defocusPixels);
        for (int c = 0; c < 3; c++) {
            if (motion * pixelsPerMm > 0.7) {
                rgb[c] = smear(rgb[c], width, height, motion * pixelsPerMm);
            }
            Blur.gaussian(rgb[c], width, height, sigma);
        }
        if (noise > 0) {
            addNoise(rgb, width, height, seed);
        }
        int n = width * height;
        for (int i = 0; i < n; i++) {
            double r = rgb[0][i] * exposure * balance[0];
            double g = rgb[1][i] * exposure * balance[1];
            double b = rgb[2][i] * exposure * balance[2];
            if (saturation != 1) {
                double l = 0.2126729 * r + 0.7151522 * g + 0.0721750 * b;
                r = l + saturation * (r - l);
                g = l + saturation * (g - l);
                b = l + saturation * (b - l);
            }
            rgb[0][i] = (float) tone(Fast.encode(r));
            rgb[1][i] = (float) tone(Fast.encode(g));
            rgb[2][i] = (float) tone(Fast.encode(b));
        }
        if (sharpen > 0) {
            sharpen(rgb, width, height);
        }
        byte[] out = new byte[3 * n];
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < 3; c++) {
                out[3 * i + c] = (byte) (int) Math.rint(255 * Fast.clamp(rgb[c][i], 0, 1));
            }
        }
        return RgbImage.of(width, height, out);
    }

    /** A camera's curve: darker shadows, brighter lights, mid grey in place. */
    private double tone(double e) {
        return contrast == 0 ? e : e + contrast * 0.55 * e * (1 - e) * (2 * e - 0.9);
    }

    private float[] smear(float[] a, int width, int height, double length) {
        int reach = (int) Math.ceil(length / 2);
        int taps = 2 * reach + 1;
        double dx = StrictMath.cos(motionAngle) * length / taps;
        double dy = StrictMath.sin(motionAngle) * length / taps;
        float[] out = new float[a.length];
        for (int k = 0; k < taps; k++) {
            int ox = (int) Math.rint((k - reach) * dx);
            int oy = (int) Math.rint((k - reach) * dy);
            for (int y = 0; y < height; y++) {
                int row = Math.max(0, Math.min(height - 1, y + oy)) * width;
                for (int x = 0; x < width; x++) {
                    out[y * width + x] += a[row + Math.max(0, Math.min(width - 1, x + ox))] / taps;
                }
            }
        }
        return out;
    }

    /** Photon noise grows with the root of the light; neighbouring pixels share some, as demosaicked ones do. */
    private void addNoise(float[][] rgb, int width, int height, int seed) {
        float[][] n = new float[3][width * height];
        for (int c = 0; c < 3; c++) {
            fill(n[c], width, height, seed + c);
        }
        for (int i = 0; i < n[0].length; i++) {
            double common = 0.45 * (n[0][i] + n[1][i] + n[2][i]);
            for (int c = 0; c < 3; c++) {
                double level = Math.sqrt(0.05 + Math.max(0, rgb[c][i]));
                rgb[c][i] += (float) (1.25 * noise * level * (common + (c == 2 ? 1.7 : 0.8) * n[c][i]));
            }
        }
    }

    private static void fill(float[] n, int width, int height, int seed) {
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                n[i] = (float) Noise.gaussian(x, y, seed);
            }
        }
        Blur.gaussian(n, width, height, 0.55);
        for (int i = 0; i < n.length; i++) {
            n[i] *= 2; // the blur halves the deviation
        }
    }

    private void sharpen(float[][] rgb, int width, int height) {
        float[] l = new float[width * height];
        for (int i = 0; i < l.length; i++) {
            l[i] = 0.3f * rgb[0][i] + 0.59f * rgb[1][i] + 0.11f * rgb[2][i];
        }
        float[] soft = l.clone();
        Blur.gaussian(soft, width, height, 1.1);
        for (int i = 0; i < l.length; i++) {
            float d = (float) (sharpen * Fast.clamp(l[i] - soft[i], -0.08, 0.08));
            rgb[0][i] += d;
            rgb[1][i] += d;
            rgb[2][i] += d;
        }
    }
}
