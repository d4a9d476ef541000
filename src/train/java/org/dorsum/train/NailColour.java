package org.dorsum.train;

import java.util.Random;

/** How nails are coloured anew: bare, varnished, or nearly of the skin's colour. */
final class NailColour {
    private static final double FAINT = 0.25; // of the pictures have nails of nearly the skin's colour

    private NailColour() {}

    /** One of them, in the form of {@link #varnish}. */
    static double[] random(Example e, Random r) {
        return r.nextDouble() < FAINT ? faint(e, r) : varnish(r);
    }

    /**
     * Nails as they come: red, green and blue are multiplied by the first three numbers, with the weight of the fourth, and the last
     * three are added: bare ones lighter or darker and of other hue, or under varnish of any colour.
     */
    private static double[] varnish(Random r) {
        double kind = r.nextDouble();
        if (kind < 0.4) {
            return new double[7];
        }
        double[] v = new double[7];
        boolean bare = kind < 0.8;
        v[3] = bare ? 1 : Ground.uniform(r, 0.4, 1);
        double level = Math.exp((bare ? 0.2 : 0.3) * r.nextGaussian());
        double keep = bare ? 1 : Ground.uniform(r, 0.05, 0.6); // of what is seen through the varnish
        double white = Ground.uniform(r, 60, 220);
        for (int c = 0; c < 3; c++) {
            v[c] = keep * level * Math.exp(0.08 * r.nextGaussian());
            v[4 + c] = bare ? 0 : (1 - keep) * Math.max(0, white + 45 * r.nextGaussian());
        }
        return v;
    }

    /** Bare nails of nearly the colour of the skin about them, as in dim or soft light; in the form of {@link #varnish}. */
    private static double[] faint(Example e, Random r) {
        double[] skin = mean(e, 1);
        double[] nail = mean(e, 2);
        double[] v = new double[7];
        v[3] = 1;
        double share = Ground.uniform(r, 0.5, 1.1); // of the difference that is taken away
        double level = Math.exp(0.05 * r.nextGaussian());
        for (int c = 0; c < 3; c++) {
            v[c] = level * Math.pow((skin[c] + 1) / (nail[c] + 1), share) * Math.exp(0.03 * r.nextGaussian());
        }
        return v;
    }

    /** Mean colour of a class, sRGB 0 … 255; 0 where there is none of it. */
    static double[] mean(Example e, int kind) {
        double[] sum = new double[3];
        int n = 0;
        for (int i = 0; i < e.classes().length; i++) {
            if (e.classes()[i] == kind) {
                n++;
                for (int c = 0; c < 3; c++) {
                    sum[c] += e.rgb()[3 * i + c] & 255;
                }
            }
        }
        for (int c = 0; c < 3; c++) {
            sum[c] /= Math.max(1, n);
        }
        return sum;
    }
}
