package org.dorsum.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NormalPriorTest {
    private static final NormalPrior PAIR = NormalPrior.of(new double[] {1, 2}, new double[][] {{4, 2}, {2, 2}});

    @Test
    void withoutObservationsThePriorStays() {
        assertThat(PAIR.posteriorMean(new double[] {9, 9}, new double[] {0, 0}))
                .containsExactly(new double[] {1, 2}, within(1e-12));
    }

    /** One observed: x₁ = 1 + 4/(4 + 1)·(6 − 1) = 5, and the other follows by its regression, 2 + 2/5·(6 − 1) = 4. */
    @Test
    void whatIsNotObservedFollowsWhatIs() {
        assertThat(PAIR.posteriorMean(new double[] {6, -77}, new double[] {1, 0}))
                .containsExactly(new double[] {5, 4}, within(1e-12));
    }

    @Test
    void exactObservationsAreTaken() {
        assertThat(PAIR.posteriorMean(new double[] {-3, 8}, new double[] {1e12, 1e12}))
                .containsExactly(new double[] {-3, 8}, within(1e-6));
    }

    @Test
    void meansAndCovarianceMustMatch() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NormalPrior.of(new double[] {1}, new double[][] {{1, 0}, {0, 1}}))
                .withMessageContaining("1 means");
    }
}
