package org.dorsum.photo;

import java.util.List;

/**
 * A colour space of three primaries and a tone curve each: {@code toSrgb} takes linear light in these primaries to linear
 * light in those of sRGB, white to white (Bradford's adaptation).
 *
 * @param name as shown to users: one of the well-known ones or a general description, never a name found in a file,
 *     which may be a person's
 * @see <a href="https://www.color.org/specification/ICC.1-2022-05.pdf">ICC.1:2022, annex E, for the adaptation</a>
 */
record RgbSpace(String name, Matrix3 toSrgb, ToneCurve red, ToneCurve green, ToneCurve blue) {
    private static final double[] D50 = {0.9642, 1, 0.8249}; // the white of ICC's connection space
    private static final double[] D65 = {0.95047, 1, 1.08883}; // sRGB's, as in Lab
    private static final Matrix3 BRADFORD =
            new Matrix3(0.8951, 0.2664, -0.1614, -0.7502, 1.7135, 0.0367, 0.0389, -0.0685, 1.0296);
    private static final Matrix3 SRGB_OF_D65 = new Matrix3(
            3.2404542, -1.5371385, -0.4985314, -0.9692660, 1.8760108, 0.0415560, 0.0556434, -0.2040259, 1.0572252);
    private static final double SAME = 0.006; // how far matrix elements of one space differ between profiles of it
    private static final String UNNAMED = "embedded RGB profile";

    /** IEC 61966-2-1. */
    static final RgbSpace SRGB = of("sRGB", ToneCurve.srgb(), .3127, .3290, .64, .33, .30, .60, .15, .06);
    /** Apple's, and of phones in general. */
    static final RgbSpace DISPLAY_P3 =
            of("Display P3", ToneCurve.srgb(), .3127, .3290, .680, .320, .265, .690, .150, .060);
    /** Adobe RGB (1998): exponent 563/256. */
    static final RgbSpace ADOBE_RGB =
            of("Adobe RGB (1998)", ToneCurve.power(563.0 / 256), .3127, .3290, .64, .33, .21, .71, .15, .06);

    private static final RgbSpace PROPHOTO = of(
            "ProPhoto RGB", ToneCurve.power(1.8), .3457, .3585, .734699, .265301, .159597, .840403, .036598, .000105);
    private static final RgbSpace REC_2020 =
            of("Rec. 2020", ToneCurve.power(2.4), .3127, .3290, .708, .292, .170, .797, .131, .046);

    /** From the primaries in ICC's connection space (XYZ under D50): one a column. */
    static RgbSpace ofConnectionSpace(Matrix3 primaries, ToneCurve red, ToneCurve green, ToneCurve blue) {
        Matrix3 m = SRGB_OF_D65.times(adaptation(D50, D65)).times(primaries);
        m.inverse(); // throws if the primaries do not span a space
        String name = List.of(SRGB, DISPLAY_P3, ADOBE_RGB, PROPHOTO, REC_2020).stream()
                .filter(known -> known.toSrgb.near(m, SAME))
                .findFirst()
                .map(RgbSpace::name)
                .orElse(UNNAMED);
        return new RgbSpace(name, m, red, green, blue);
    }

    /** From chromaticities: x and y of white, red, green, blue. */
    static RgbSpace of(double[] xy, ToneCurve curve) {
        RgbSpace space = of("PNG gamma and primaries", curve, xy);
        return space.toSrgb.near(SRGB.toSrgb, SAME) ? SRGB.with(curve) : space;
    }

    /** These primaries with another curve. */
    RgbSpace with(ToneCurve curve) {
        return new RgbSpace(name, toSrgb, curve, curve, curve);
    }

    private static RgbSpace of(String name, ToneCurve curve, double... xy) {
        double[] white = xyz(xy[0], xy[1]);
        double[] r = xyz(xy[2], xy[3]);
        double[] g = xyz(xy[4], xy[5]);
        double[] b = xyz(xy[6], xy[7]);
        Matrix3 directions = new Matrix3(r[0], g[0], b[0], r[1], g[1], b[1], r[2], g[2], b[2]);
        double[] amounts = directions.inverse().times(white[0], white[1], white[2]);
        Matrix3 primaries = directions.times(Matrix3.diagonal(amounts[0], amounts[1], amounts[2]));
        Matrix3 toSrgb = SRGB_OF_D65.times(adaptation(white, D65)).times(primaries);
        return new RgbSpace(name, toSrgb, curve, curve, curve);
    }

    /** XYZ of a chromaticity at Y = 1; only its direction counts for a primary, whose y may be near 0. */
    private static double[] xyz(double x, double y) {
        double safe = Math.max(y, 1e-6);
        return new double[] {x / safe, 1, (1 - x - y) / safe};
    }

    private static Matrix3 adaptation(double[] from, double[] to) {
        double[] a = BRADFORD.times(from[0], from[1], from[2]);
        double[] b = BRADFORD.times(to[0], to[1], to[2]);
        return BRADFORD.inverse()
                .times(Matrix3.diagonal(b[0] / a[0], b[1] / a[1], b[2] / a[2]))
                .times(BRADFORD);
    }
}
