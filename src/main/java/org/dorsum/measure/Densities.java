package org.dorsum.measure;

import java.util.List;
import java.util.function.UnaryOperator;
import org.dorsum.image.Filters;
import org.dorsum.image.Logarithms;
import org.dorsum.image.Mask;
import org.dorsum.image.Plane;
import org.dorsum.image.Resampling;
import org.dorsum.image.Squares;
import org.dorsum.skin.Skin;

/** Optical densities of red, green and blue, one plane each, of the same size. */
record Densities(Plane red, Plane green, Plane blue) {
    private static final double DARKEST = 1e-4; // relative light whose density stands for black

    /** Natural-log density of linear light. */
    static Densities of(Skin.Light light) {
        return new Densities(light.red(), light.green(), light.blue())
                .each(p -> Logarithms.of(p, DARKEST).negated());
    }

    Densities each(UnaryOperator<Plane> change) {
        return new Densities(change.apply(red), change.apply(green), change.apply(blue));
    }

    Densities minus(Densities other) {
        return new Densities(red.minus(other.red), green.minus(other.green), blue.minus(other.blue));
    }

    /** Gaussian blur that sees the mask's pixels only, σ in pixels. */
    Densities blurred(Mask mask, double sigma) {
        List<Plane> blurred = Filters.gaussians(List.of(red, green, blue), mask, sigma);
        return new Densities(blurred.get(0), blurred.get(1), blurred.get(2));
    }

    /** These with those of {@code other} where the mask is. */
    Densities replaced(Mask mask, Densities other) {
        return new Densities(
                red.replaced(mask, other.red), green.replaced(mask, other.green), blue.replaced(mask, other.blue));
    }

    /** Σ weight · density. */
    Plane weighted(double[] w) {
        return red.mixed(w[0], green, w[1], blue, w[2]);
    }

    int width() {
        return red.width();
    }

    int height() {
        return red.height();
    }

    /** Means over squares. */
    Densities reduced(Squares squares) {
        return each(squares::means);
    }

    /**
     * Planes that were reduced {@code n} times on the finer grid again, by linear interpolation: of what a Gaussian of ten pixels
     * and more has smoothed it is a thousandth off at most, and much cheaper than by cubic convolution.
     */
    Densities enlarged(int n, int width, int height) {
        return each(p -> Resampling.enlarged(p, n, width, height));
    }
}
