package org.dorsum.skin;

/**
 * Noise of a photo against light: the variance of relief light per photo pixel is {@code floor + slope · light}. The floor
 * is the camera's electronics and quantisation, the slope its photons.
 *
 * @param floor variance without light, share of white squared, at least 0
 * @param slope variance per light, share of white, at least 0
 * @see <a href="https://doi.org/10.1109/TIP.2008.2001399">Foi et al. 2008</a> on noise that depends on the signal
 */
public record NoiseCurve(double floor, double slope) {
    private static final double DARKEST = 1e-4; // as in ReliefLight: its logarithm stands for black

    /** Checks the ranges. */
    public NoiseCurve {
        if (!(floor >= 0 && slope >= 0 && floor < 1 && slope < 1)) {
            throw new IllegalArgumentException("noise variances are 0 to 1, not " + floor + " and " + slope);
        }
    }

    /** Standard deviation of log-light where the light is {@code light}: dimensionless, at least 0. */
    public double deviation(double light) {
        double l = Math.max(DARKEST, light);
        return Math.sqrt(floor + slope * l) / l;
    }
}
