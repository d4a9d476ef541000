package org.dorsum.measure;

import org.dorsum.image.Regions;

/**
 * Shape of a patch from its second moments.
 *
 * @param elongation long over short axis of the ellipse of the same moments, at least 1
 * @param fill area over that of this ellipse, 1 for an ellipse, smaller for ragged or branching patches
 */
record SpotShape(double elongation, double fill) {

    static SpotShape of(Regions.Labelled labelled, Regions.Region r) {
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int y = r.top(); y < r.top() + r.boxHeight(); y++) {
            for (int x = r.left(); x < r.left() + r.boxWidth(); x++) {
                if (labelled.labels()[y * labelled.width() + x] == r.label()) {
                    double dx = x - r.centre().x();
                    double dy = y - r.centre().y();
                    xx += dx * dx;
                    xy += dx * dy;
                    yy += dy * dy;
                }
            }
        }
        double pixel = 1 / 12.0; // a pixel's own second moment: a row of pixels has a width
        xx = xx / r.area() + pixel;
        yy = yy / r.area() + pixel;
        xy /= r.area();
        double mean = (xx + yy) / 2;
        double root = Math.hypot((xx - yy) / 2, xy);
        double large = mean + root;
        double small = mean - root;
        return new SpotShape(Math.sqrt(large / small), r.area() / (4 * Math.PI * Math.sqrt(large * small)));
    }

    boolean compact(double mostElongated, double leastFill) {
        return elongation <= mostElongated && fill >= leastFill;
    }
}
