package org.dorsum.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AgreementTest {
    /** Shrout and Fleiss 1979, table 2: six targets, four judges. */
    private static final double[][] TARGETS = {
        {9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}
    };

    /** Bland and Altman 1986, table 1: peak flow of 17 people, litres per minute; large meter twice, mini meter twice. */
    private static final double[] LARGE_1 = {
        494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427
    };

    private static final double[] LARGE_2 = {
        490, 397, 512, 401, 470, 611, 415, 431, 638, 429, 420, 633, 275, 492, 165, 372, 421
    };
    private static final double[] MINI_1 = {
        512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451
    };

    @Test
    void oneWayCorrelationOfShroutAndFleiss() {
        Estimate icc = IntraclassCorrelation.oneWay(Arrays.asList(TARGETS)).orElseThrow();
        assertThat(icc.value()).isCloseTo(0.17, within(0.005)); // as printed
        assertThat(icc.low()).isCloseTo(-0.13, within(0.005)); // psych 2.4 for R, ICC(), prints two digits
        assertThat(icc.high()).isCloseTo(0.72, within(0.005));
    }

    @Test
    void twoWayCorrelationOfShroutAndFleiss() {
        Estimate icc = IntraclassCorrelation.twoWay(TARGETS).orElseThrow();
        assertThat(icc.value()).isCloseTo(0.29, within(0.005));
        assertThat(icc.low()).isCloseTo(0.02, within(0.005));
        assertThat(icc.high()).isCloseTo(0.76, within(0.005));
    }

    @Test
    void groupsOfOneSizeHaveThatMeanSize() {
        // By hand: groups {1, 3}, {5, 7}: within 2, between 2·(2² + 2²)/1 = 16, ICC (16 − 2)/(16 + 2).
        Estimate icc = IntraclassCorrelation.oneWay(List.of(new double[] {1, 3}, new double[] {5, 7}))
                .orElseThrow();
        assertThat(icc.value()).isCloseTo(14.0 / 18, within(1e-12));
    }

    @Test
    void aGroupOfOneValueCountsBetweenSubjectsOnly() {
        // By hand: {0, 2}, {10}: mean 4, between 2·9 + 36 = 54, within 2, n0 = 3 − 5/3 = 4/3.
        Estimate icc = IntraclassCorrelation.oneWay(List.of(new double[] {0, 2}, new double[] {10}))
                .orElseThrow();
        assertThat(icc.value()).isCloseTo(52 / (54 + 2.0 / 3), within(1e-12));
    }

    @Test
    void unitAndZeroPointDoNotMatter() {
        List<double[]> moved = Arrays.stream(TARGETS)
                .map(row -> Arrays.stream(row).map(v -> 3 * v - 100).toArray())
                .toList();
        assertThat(IntraclassCorrelation.oneWay(moved).orElseThrow().high())
                .isCloseTo(
                        IntraclassCorrelation.oneWay(Arrays.asList(TARGETS))
                                .orElseThrow()
                                .high(),
                        within(1e-9));
    }

    @Test
    void withoutRepeatsThereIsNothingToSay() {
        assertThat(IntraclassCorrelation.oneWay(List.of(new double[] {1}, new double[] {2})))
                .isEmpty();
        assertThat(IntraclassCorrelation.oneWay(List.of(new double[] {1, 1}, new double[] {2, 2})))
                .isEmpty();
        assertThat(IntraclassCorrelation.twoWay(new double[][] {{1}, {2}})).isEmpty();
        assertThat(WithinSubject.of(List.of(new double[] {1}))).isEmpty();
        assertThat(BlandAltman.of(new double[] {1, 2}, new double[] {1, 2})).isEmpty();
    }

    @Test
    void withinSubjectDeviationOfThePeakFlows() {
        List<double[]> pairs = IntStream.range(0, 17)
                .mapToObj(i -> new double[] {LARGE_1[i], LARGE_2[i]})
                .toList();
        WithinSubject w = WithinSubject.of(pairs).orElseThrow();
        // Bland and Altman 1999, 3: 15.3 for the large meter; 1.96·√2 of it is 42.4.
        assertThat(w.standardDeviation().value()).isCloseTo(15.3, within(0.05));
        assertThat(w.detectableChange().value()).isCloseTo(42.4, within(0.1));
        // 17·15.3²/χ²: quantiles of 17 degrees of freedom 7.564 and 30.191 (any table)
        assertThat(w.standardDeviation().low()).isCloseTo(15.305 * Math.sqrt(17 / 30.191), within(0.01));
        assertThat(w.standardDeviation().high()).isCloseTo(15.305 * Math.sqrt(17 / 7.564), within(0.01));
    }

    @Test
    void variationIsTheRootMeanSquareOfTheGroups() {
        // {9, 11}: s/m = √2/10; {90, 110}: √2·10/100, the same.
        List<double[]> groups = List.of(new double[] {9, 11}, new double[] {90, 110});
        assertThat(WithinSubject.of(groups)
                        .orElseThrow()
                        .variation()
                        .orElseThrow()
                        .value())
                .isCloseTo(Math.sqrt(2) / 10, within(1e-12));
        List<double[]> empty = new ArrayList<>(groups);
        empty.add(new double[] {0, 0, 0}); // no spots at all say nothing about their share
        assertThat(WithinSubject.of(empty).orElseThrow().variation())
                .isEqualTo(WithinSubject.of(groups).orElseThrow().variation());
        List<double[]> signed = new ArrayList<>(groups);
        signed.add(new double[] {-1, 1});
        assertThat(WithinSubject.of(signed).orElseThrow().variation()).isEmpty();
    }

    @Test
    void limitsOfAgreementOfThePeakFlows() {
        BlandAltman b = BlandAltman.of(LARGE_1, MINI_1).orElseThrow();
        // Bland and Altman 1986: mean −2.1 (−22.0 to 17.8), SD 38.8; 1999 with 1.96: limits −78.1 and 73.9
        assertThat(b.bias().value()).isCloseTo(-2.1, within(0.05));
        assertThat(b.bias().low()).isCloseTo(-22.0, within(0.1));
        assertThat(b.bias().high()).isCloseTo(17.8, within(0.1));
        assertThat(b.deviation()).isCloseTo(38.8, within(0.05));
        assertThat(b.lower().value()).isCloseTo(-78.1, within(0.1));
        assertThat(b.upper().value()).isCloseTo(73.9, within(0.1));
        // Their rougher error √(3s²/n) gives ±34.6 about a limit; the full formula ±34.8.
        assertThat(b.upper().high() - b.upper().value()).isCloseTo(34.7, within(0.3));
    }
}
