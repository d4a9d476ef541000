package org.dorsum.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.stat.inference.WilcoxonSignedRankTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairedDifferencesTest {
    /** Student 1908: extra hours of sleep, second drug less first. */
    private static final double[] SLEEP = {1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4};

    /** Hollander and Wolfe 1973, p. 29: depression scale before and after. */
    private static final double[] BEFORE = {1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30};

    private static final double[] AFTER = {0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29};

    @Test
    void studentsSleep() {
        PairedDifferences d = PairedDifferences.of(SLEEP);
        assertThat(d.mean().value()).isCloseTo(1.58, within(1e-12));
        assertThat(d.mean().low()).isCloseTo(0.7001142, within(1e-6)); // R 4: t.test(extra ~ group, paired)
        assertThat(d.mean().high()).isCloseTo(2.4598858, within(1e-6));
        assertThat(d.tTest().orElseThrow()).isCloseTo(0.002833, within(1e-6));
    }

    @Test
    void hollanderAndWolfesDepression() {
        double[] d = new double[9];
        Arrays.setAll(d, i -> BEFORE[i] - AFTER[i]);
        // R 4: wilcox.test(before, after, paired = TRUE, alternative = "greater"): V = 40, p = 0.01953, one-sided
        assertThat(PairedDifferences.of(d).wilcoxon().orElseThrow()).isCloseTo(2 * 0.01953125, within(1e-12));
    }

    @Test
    void everySignPositiveIsOneOfAllChoicesOnEitherSide() {
        assertThat(PairedDifferences.of(new double[] {1, 2, 3, 4, 5, 0})
                        .wilcoxon()
                        .orElseThrow())
                .isEqualTo(2.0 / 32);
        assertThat(PairedDifferences.of(new double[] {1, 1, 1}).wilcoxon().orElseThrow())
                .isEqualTo(2.0 / 8);
    }

    @Test
    void agreesWithCommonsMathWhereItIsExact() {
        double[] d = {3.1, -0.4, 1.7, -2.2, 0.9, 5.0, -1.1, 2.6};
        assertThat(PairedDifferences.of(d).wilcoxon().orElseThrow())
                .isCloseTo(new WilcoxonSignedRankTest().wilcoxonSignedRankTest(d, new double[8], true), within(1e-12));
    }

    @Test
    void largeSamplesGoOverIntoTheNormal() {
        double[] d = new double[200];
        Arrays.setAll(d, i -> (i + 1) * (i % 9 < 4 ? -1 : 1));
        double exact = PairedDifferences.of(d).wilcoxon().orElseThrow();
        double[] more = Arrays.copyOf(d, 201);
        more[200] = 1e-9; // the smallest rank hardly moves the sum
        assertThat(PairedDifferences.of(more).wilcoxon().orElseThrow()).isCloseTo(exact, within(0.003));
    }

    @Test
    void aMirrorImageIsAsUnlikely() {
        double[] mirrored = Arrays.stream(SLEEP).map(v -> -v).toArray();
        PairedDifferences d = PairedDifferences.of(mirrored);
        assertThat(d.wilcoxon()).isEqualTo(PairedDifferences.of(SLEEP).wilcoxon());
        assertThat(d.effectSize().orElseThrow().low())
                .isCloseTo(
                        -PairedDifferences.of(SLEEP).effectSize().orElseThrow().high(), within(1e-6));
    }

    @Test
    void effectSizeOfStudentsSleep() {
        // SciPy 1.10: t = 4.0621, J = 1 − 3/35, noncentralities from scipy.stats.nct by brentq
        Estimate g = PairedDifferences.of(SLEEP).effectSize().orElseThrow();
        assertThat(g.value()).isCloseTo(1.174453, within(1e-4));
        assertThat(g.low()).isCloseTo(0.379088, within(1e-4));
        assertThat(g.high()).isCloseTo(1.936472, within(1e-4));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 4, 0, 0.813049517",
        "2.5, 4, 1, 0.848112400",
        "-1, 9, 0.5, 0.075643453",
        "4, 30, 3, 0.804896536",
        "0, 1, 1.5, 0.066807201"
    })
    void noncentralT(double t, int freedom, double delta, double p) {
        assertThat(NoncentralT.cumulative(t, freedom, delta)).isCloseTo(p, within(1e-7)); // scipy.stats.nct.cdf
    }

    @Test
    void equalDifferencesHaveNoTest() {
        PairedDifferences d = PairedDifferences.of(new double[] {2, 2, 2});
        assertThat(d.tTest()).isEmpty();
        assertThat(d.effectSize()).isEmpty();
        assertThat(PairedDifferences.of(new double[] {0, 0}).wilcoxon()).isEmpty();
    }

    @Test
    void holmsAdjustment() {
        // R 4: p.adjust(c(0.03, 0.01, 0.05, 0.02, 0.04), "holm")
        assertThat(Holm.adjust(new double[] {0.03, 0.01, 0.05, 0.02, 0.04}))
                .containsExactly(new double[] {0.09, 0.05, 0.09, 0.08, 0.09}, within(1e-12));
        assertThat(Holm.adjust(new double[] {0.6, 0.7})).containsExactly(1, 1);
    }
}
