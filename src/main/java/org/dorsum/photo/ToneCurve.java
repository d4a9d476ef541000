package org.dorsum.photo;

import org.dorsum.colour.Srgb;

/** From encoded sample, 0 … 1, to linear light, 0 … 1 (more or less than that for curves that leave the range). */
@FunctionalInterface
interface ToneCurve {
    /** Linear light of an encoded sample. */
    double toLinear(double encoded);

    /** The curve of sRGB. */
    static ToneCurve srgb() {
        return Srgb::toLinear;
    }

    /** {@code encoded} to the power of {@code exponent}. */
    static ToneCurve power(double exponent) {
        return v -> Math.pow(v, exponent);
    }

    /** Straight lines between equally spaced values from 0 to 1. */
    static ToneCurve table(double[] values) {
        return v -> {
            double at = Math.max(0, Math.min(1, v)) * (values.length - 1);
            int i = Math.min((int) at, values.length - 2);
            return values[i] + (at - i) * (values[i + 1] - values[i]);
        };
    }

    /**
     * The ICC's parametric curve in its widest form: {@code (a·v + b)^g + e} from {@code d} on, {@code c·v + f} below.
     */
    static ToneCurve parametric(double g, double a, double b, double c, double d, double e, double f) {
        return v -> v >= d ? Math.pow(Math.max(0, a * v + b), g) + e : c * v + f;
    }
}
