package org.dorsum.photo;

import java.util.Optional;

/** Gathers what a PNG file says about its colours and decides what counts. */
final class PngColour {
    private static final double USUAL = 1 / 2.2;
    private static final double NEAR = 0.005; // writers round 1/2.2 to 0.45455, 0.4545 or 0.45

    private Optional<DeclaredColour> codePoints = Optional.empty();
    private Optional<DeclaredColour> profile = Optional.empty();
    private boolean srgb;
    private Optional<Double> gamma = Optional.empty();
    private Optional<double[]> chromaticities = Optional.empty();

    void profile(Optional<byte[]> bytes) {
        profile = Optional.of(bytes.<DeclaredColour>map(DeclaredColour.Icc::new)
                .orElseGet(() -> new DeclaredColour.Unreadable("it cannot be unpacked")));
    }

    /** Code points of ITU-T H.273 for primaries and transfer function. */
    void codePoints(int primaries, int transfer) {
        boolean srgbCurve = transfer == 13 || transfer == 1 || transfer == 6;
        if (srgbCurve && primaries == 1) {
            codePoints = Optional.of(new DeclaredColour.Known(RgbSpace.SRGB));
        } else if (srgbCurve && primaries == 12) {
            codePoints = Optional.of(new DeclaredColour.Known(RgbSpace.DISPLAY_P3));
        } else {
            codePoints = Optional.of(
                    new DeclaredColour.Unreadable("high dynamic range or code points " + primaries + "/" + transfer));
        }
    }

    void srgb() {
        srgb = true;
    }

    /** The exponent that encoded the light, such as 0.45455. */
    void gamma(double exponent) {
        if (exponent > 0) {
            gamma = Optional.of(exponent);
        }
    }

    /** White, red, green and blue: x and y of each. */
    void chromaticities(double[] xy) {
        chromaticities = Optional.of(xy);
    }

    DeclaredColour declared() {
        if (codePoints.isPresent()) {
            return codePoints.get();
        }
        if (profile.isPresent()) {
            return profile.get();
        }
        if (srgb) {
            return new DeclaredColour.Known(RgbSpace.SRGB);
        }
        if (gamma.isEmpty()) {
            return DeclaredColour.none(); // primaries without a curve say too little
        }
        // An exponent near 1/2.2 is how encoders describe the sRGB curve when there is no better word.
        double g = gamma.get();
        ToneCurve curve = Math.abs(g - USUAL) <= NEAR ? ToneCurve.srgb() : ToneCurve.power(1 / g);
        try {
            return new DeclaredColour.Known(
                    chromaticities.map(xy -> RgbSpace.of(xy, curve)).orElseGet(() -> RgbSpace.SRGB.with(curve)));
        } catch (ArithmeticException degenerate) {
            return new DeclaredColour.Unreadable("its primaries do not span a colour space");
        }
    }
}
