package org.dorsum.measure;

import org.dorsum.image.FloatSelection;
import org.dorsum.image.LineFilter;
import org.dorsum.image.Mask;

/** Quantiles of a filter's strengths over a zone. */
final class Strengths {
    private static final int EVERY = 3; // pixels along a row: windows are broader, so neighbours say the same

    private Strengths() {}

    /** The {@code q}-quantile of strength over every third pixel of {@code where}, 0 if there is none. */
    static double quantile(LineFilter lines, Mask where, double q) {
        float[] values = new float[where.width() * where.height() / EVERY + where.height()];
        int n = 0;
        for (int y = 0; y < where.height(); y++) {
            for (int x = y % EVERY; x < where.width(); x += EVERY) {
                if (where.at(x, y)) {
                    values[n++] = lines.strength(x, y);
                }
            }
        }
        return n == 0 ? 0 : FloatSelection.at(values, n, (int) (q * (n - 1)));
    }
}
