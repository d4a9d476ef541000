package org.dorsum.colour;

/**
 * The CIEDE2000 colour difference ΔE00, dimensionless, at least 0; about 1 is just noticeable. Weights kL = kC = kH = 1.
 *
 * @see <a href="https://doi.org/10.1002/col.20070">Sharma, Wu, Dalal 2005</a>, whose 34 pairs the test holds
 */
public final class Ciede2000 {
    private static final double C25_7 = Math.pow(25, 7);

    private Ciede2000() {}

    /** ΔE00 between two colours; symmetric. */
    public static double difference(Lab one, Lab two) {
        double meanChroma = (one.chroma() + two.chroma()) / 2;
        double c7 = Math.pow(meanChroma, 7);
        double g = 0.5 * (1 - Math.sqrt(c7 / (c7 + C25_7)));
        double a1 = (1 + g) * one.a();
        double a2 = (1 + g) * two.a();
        double c1 = Math.hypot(a1, one.b());
        double c2 = Math.hypot(a2, two.b());
        double h1 = hue(a1, one.b());
        double h2 = hue(a2, two.b());

        double dl = two.l() - one.l();
        double dc = c2 - c1;
        boolean grey = c1 * c2 == 0; // a grey has no hue: no hue difference, and the mean hue is the other's
        double turn = grey ? 0 : h2 - h1;
        if (turn > 180) {
            turn -= 360;
        } else if (turn < -180) {
            turn += 360;
        }
        double dh = 2 * Math.sqrt(c1 * c2) * Math.sin(Math.toRadians(turn / 2));

        double l = (one.l() + two.l()) / 2;
        double c = (c1 + c2) / 2;
        double h = h1 + h2;
        if (!grey) {
            if (Math.abs(h1 - h2) > 180) {
                h += h < 360 ? 360 : -360;
            }
            h /= 2;
        }
        double t = 1 - 0.17 * cos(h - 30) + 0.24 * cos(2 * h) + 0.32 * cos(3 * h + 6) - 0.20 * cos(4 * h - 63);
        double l50 = (l - 50) * (l - 50);
        double sl = 1 + 0.015 * l50 / Math.sqrt(20 + l50);
        double sc = 1 + 0.045 * c;
        double sh = 1 + 0.015 * c * t;
        double bar7 = Math.pow(c, 7);
        double rotation = -2
                * Math.sqrt(bar7 / (bar7 + C25_7))
                * Math.sin(Math.toRadians(60 * Math.exp(-Math.pow((h - 275) / 25, 2))));
        double tl = dl / sl;
        double tc = dc / sc;
        double th = dh / sh;
        return Math.sqrt(tl * tl + tc * tc + th * th + rotation * tc * th);
    }

    private static double hue(double a, double b) {
        if (a == 0 && b == 0) {
            return 0;
        }
        double h = Math.toDegrees(Math.atan2(b, a));
        return h < 0 ? h + 360 : h;
    }

    private static double cos(double degrees) {
        return Math.cos(Math.toRadians(degrees));
    }
}
