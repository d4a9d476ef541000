package org.dorsum.measure;

import org.dorsum.skin.Band;

/**
 * Octaves of relief. Each lies between a Gaussian scale and its double; the band passes most at a wavelength of 6.54 times
 * the finer σ (where {@code exp(−2π²σ²/λ²) − exp(−8π²σ²/λ²)} is largest). Neighbours join without gap.
 */
enum Octave {
    /** Around a wavelength of 0.5 mm: fine furrows; on most whole-hand photos mostly noise. */
    MM_HALF(0.0765, Metric.RELIEF_HALF_MM_PERCENT),
    /** Around 1 mm: the furrow network. */
    MM_1(0.153, Metric.RELIEF_1MM_PERCENT),
    /** Around 2 mm: the fields between furrows. */
    MM_2(0.306, Metric.RELIEF_2MM_PERCENT),
    /** Around 4 mm: coarse folds. */
    MM_4(0.612, Metric.RELIEF_4MM_PERCENT);

    private final double fineMm;
    private final Metric metric;

    Octave(double fineMm, Metric metric) {
        this.fineMm = fineMm;
        this.metric = metric;
    }

    Band band() {
        return new Band(fineMm, 2 * fineMm);
    }

    /** The metric that its contrast is. */
    Metric metric() {
        return metric;
    }
}
