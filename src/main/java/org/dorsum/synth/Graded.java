package org.dorsum.synth;

/**
 * A ground under uneven light: brighter to one side, now and then with a cast of colour or the hard edge of a shadow.
 *
 * @param ground what is lit
 * @param slopeX change of light along x, share a mm
 * @param slopeY change of light along y, share a mm
 * @param tint factors on red, green, blue
 * @param edge place of the edge of a shadow, mm from the origin; infinite for none
 * @param shadow light left within that shadow, 0 … 1
 */
record Graded(Backdrop ground, double slopeX, double slopeY, double[] tint, double edge, double shadow)
        implements Backdrop {

    static Graded random(Rng r, Backdrop ground) {
        double[] tint = r.chance(0.3)
                ? new double[] {Fast.exp(r.normal(0, 0.3)), 1, Fast.exp(r.normal(0, 0.35))}
                : new double[] {1, 1, 1};
        double edge = r.chance(0.25) ? r.uniform(-90, 90) : Double.POSITIVE_INFINITY;
        return new Graded(ground, r.normal(0, 0.0025), r.normal(0, 0.0025), tint, edge, r.uniform(0.3, 0.8));
    }

    @Override
    public boolean placed() {
        return true;
    }

    @Override
    public void colour(double x, double y, double finest, double[] rgb) {
        ground.colour(x, y, finest, rgb);
        double k = Fast.clamp(1 + slopeX * x + slopeY * y, 0.3, 1.8);
        if (!Double.isInfinite(edge)) {
            k *= 1 - (1 - shadow) * Fast.step(-3, 3, 0.8 * x + 0.6 * y - edge);
        }
        for (int c = 0; c < 3; c++) {
            rgb[c] *= k * tint[c];
        }
    }
}
