package org.dorsum.measure;

import org.dorsum.image.Point;

/**
 * Shape of a patch from its second moments.
 *
 * @param elongation long over short axis of the ellipse of the same moments, at least 1
 * @param fill area over that of this ellipse, 1 for an ellipse, smaller for ragged or branching patches
 */
record SpotShape(double elongation, double fill) {

    static SpotShape of(Patch patch) {
        Point centre = patch.centre();
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int y = 0; y < patch.pixels().height(); y++) {
            for (int x = 0; x < patch.pixels().width(); x++) {
                if (patch.pixels().at(x, y)) {
                    double dx = patch.left() + x - centre.x();
                    double dy = patch.top() + y - centre.y();
                    xx += dx * dx;
                    xy += dx * dy;
                    yy += dy * dy;
                }
            }
        }
        int area = patch.area();
        double pixel = 1 / 12.0; // a pixel's own second moment: a row of pixels has a width
        xx = xx / area + pixel;
        yy = yy / area + pixel;
        xy /= area;
        double mean = (xx + yy) / 2;
        double root = Math.hypot((xx - yy) / 2, xy);
        double large = mean + root;
        double small = mean - root;
        return new SpotShape(Math.sqrt(large / small), area / (4 * Math.PI * Math.sqrt(large * small)));
    }

    /** 1 for a disc, towards 0 for what is long or ragged. */
    double roundness() {
        return Math.min(1, fill) / elongation;
    }
}
