package org.dorsum.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static Norms.Quantile q(double p, double value) {
        return new Norms.Quantile(p, value, value, value);
    }

    private static final Norms.Reference REFERENCE =
            new Norms.Reference(40, List.of(q(0.05, 1), q(0.25, 2), q(0.5, 4), q(0.75, 6), q(0.95, 11)));

    private static double below(Norms.Reference reference, double value) {
        return Standing.of(reference, Norms.Quantile::value).below(value);
    }

    @Test
    void quantilesAreWhereTheySay() {
        assertThat(below(REFERENCE, 2)).isCloseTo(0.25, within(1e-12));
        assertThat(below(REFERENCE, 5)).isCloseTo(0.625, within(1e-12));
    }

    /** A law: it rises everywhere, also beyond the last quantiles, and stays between 0 and 1. */
    @Test
    void itRisesEverywhere() {
        double before = 0;
        for (double v = -20; v <= 40; v += 0.25) {
            double share = below(REFERENCE, v);
            assertThat(share).isGreaterThan(before).isLessThan(1);
            before = share;
        }
    }

    /** Half of the hands have none: none is the middle of that half, 27.5 %. */
    @Test
    void equalQuantilesCountOnce() {
        Norms.Reference many = new Norms.Reference(40, List.of(q(0.05, 0), q(0.25, 0), q(0.5, 0), q(0.75, 3)));
        assertThat(below(many, 0)).isCloseTo(0.275, within(1e-12));
        assertThat(below(many, 1.5)).isCloseTo((0.275 + 0.75) / 2, within(1e-12));
    }
}
