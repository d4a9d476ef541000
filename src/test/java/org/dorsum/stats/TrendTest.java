package org.dorsum.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class TrendTest {
    private static final double[] TIMES = {0, 1, 2, 3, 4, 5};

    private static double[] same(double error) {
        double[] errors = new double[TIMES.length];
        Arrays.fill(errors, error);
        return errors;
    }

    private static double[] curve(DoubleUnaryOperator f) {
        return Arrays.stream(TIMES).map(f).toArray();
    }

    @Test
    void aLineOfKnownErrors() {
        // By hand: slope of 0 … 5 has variance s²/Σ(t − 2.5)² = s²/17.5.
        Trend.Line line = Trend.of(TIMES, curve(t -> 3 - 2 * t), same(0.7)).line();
        assertThat(line.slope().value()).isCloseTo(-2, within(1e-12));
        assertThat(line.slope().high() - line.slope().value())
                .isCloseTo(1.959964 * 0.7 / Math.sqrt(17.5), within(1e-6));
        assertThat(line.scatter()).isEqualTo(1);
    }

    @Test
    void scatterBeyondTheErrorsWidensThem() {
        // By hand: ±1 in turn about a level; residual sum of squares 6 − (Σ(t − 2.5)y)²/17.5 = 6 − 9/17.5, four degrees
        // of freedom.
        Trend.Line line =
                Trend.of(TIMES, curve(t -> t % 2 == 0 ? 1 : -1), same(0.1)).line();
        assertThat(line.scatter()).isCloseTo(Math.sqrt((6 - 9 / 17.5) / 4) / 0.1, within(1e-9));
    }

    @Test
    void unequalErrorsAreWeighed() {
        Trend.Line line = Trend.of(new double[] {0, 1, 3}, new double[] {1, 2, 7}, new double[] {1, 2, 0.5})
                .line();
        // weights 1, 1/4, 4: Sw 5.25, St 12.25, Stt 36.25, Sy 29.5, Sty 84.5
        assertThat(line.slope().value())
                .isCloseTo((5.25 * 84.5 - 12.25 * 29.5) / (5.25 * 36.25 - 12.25 * 12.25), within(1e-12));
    }

    @Test
    void twoValuesHaveALineAndNoCurve() {
        Trend two = Trend.of(new double[] {0, 2}, new double[] {5, 1}, new double[] {1, 1});
        assertThat(two.line().slope().value()).isCloseTo(-2, within(1e-12));
        assertThat(two.approach(1)).isEmpty();
    }

    @Test
    void whatHasLevelledOffBringsNothingMore() {
        Trend.Approach a = Trend.of(TIMES, curve(t -> 100 - 30 * (1 - Math.exp(-1.5 * t))), same(1))
                .approach(1)
                .orElseThrow();
        assertThat(a.better()).isTrue();
        assertThat(a.total().value()).isCloseTo(-30 * (1 - Math.exp(-7.5)), within(0.1));
        assertThat(a.next().value()).isCloseTo(-30 * (Math.exp(-7.5) - Math.exp(-9)), within(0.05));
        assertThat(a.next().low()).isGreaterThan(-2);
        assertThat(a.next().high()).isBetween(-0.01, 0.01);
    }

    @Test
    void whatGoesOnStraightBringsAsMuchAgain() {
        Trend.Approach a =
                Trend.of(TIMES, curve(t -> 100 - 6 * t), same(1)).approach(1).orElseThrow();
        assertThat(a.better()).isFalse();
        assertThat(a.next().value()).isCloseTo(-6, within(0.2));
        assertThat(a.next().low()).isLessThan(-6);
        assertThat(a.next().high()).isLessThan(0);
    }

    @Test
    void unitsOfTimeAndValueDoNotMatter() {
        double[] values = {10, 8.5, 7.9, 7.2, 7.3, 7.0};
        Trend.Approach a = Trend.of(TIMES, values, same(0.3)).approach(1).orElseThrow();
        double[] days = Arrays.stream(TIMES).map(t -> 7 * t).toArray();
        double[] scaled = Arrays.stream(values).map(v -> 10 * v + 3).toArray();
        Trend.Approach b = Trend.of(days, scaled, same(3)).approach(7).orElseThrow();
        assertThat(b.next().low()).isCloseTo(10 * a.next().low(), within(1e-6));
        assertThat(b.next().high()).isCloseTo(10 * a.next().high(), within(1e-6));
    }

    /** Potthoff and Roy 1964: distance from pituitary to fissure of 27 children at 8, 10, 12 and 14 years, millimetres. */
    private static final String ORTHODONT =
            "26 25 29 31;21.5 22.5 23 26.5;23 22.5 24 27.5;25.5 27.5 26.5 27;20 23.5 22.5 26;"
                    + "24.5 25.5 27 28.5;22 22 24.5 26.5;24 21.5 24.5 25.5;23 20.5 31 26;27.5 28 31 31.5;23 23 23.5 25;"
                    + "21.5 23.5 24 28;17 24.5 26 29.5;22.5 25.5 25.5 26;23 24.5 26 30;22 21.5 23.5 25;21 20 21.5 23;"
                    + "21 21.5 24 25.5;20.5 24 24.5 26;23.5 24.5 25 26.5;21.5 23 22.5 23.5;20 21 21 22.5;21.5 22.5 23 25;"
                    + "23 23 23.5 24;20 21 22 21.5;16.5 19 19 19.5;24.5 25 28 28";

    @Test
    void pinheiroAndBatesOrthodont() {
        List<MixedTrend.Subject> children = new ArrayList<>();
        for (String child : ORTHODONT.split(";", -1)) {
            double[] values = Arrays.stream(child.split(" ", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            children.add(new MixedTrend.Subject(new double[] {8, 10, 12, 14}, values));
        }
        MixedTrend m = MixedTrend.of(children).orElseThrow();
        // nlme: lme(distance ~ age, Orthodont, random = ~ 1): 16.76111, 0.660185 (SE 0.0616059), 2.114724, 1.431592
        assertThat(m.intercept()).isCloseTo(16.76111, within(1e-4));
        assertThat(m.slope().value()).isCloseTo(0.660185, within(1e-6));
        assertThat((m.slope().high() - m.slope().low()) / 2).isCloseTo(1.990063 * 0.0616059, within(1e-5)); // t of 80
        assertThat(m.between()).isCloseTo(2.114724, within(1e-4));
        assertThat(m.residual()).isCloseTo(1.431592, within(1e-5));
        assertThat(m.correlation()).isZero();
    }

    @Test
    void neighboursThatGoTogetherAreNoticedAndWidenTheInterval() {
        Random random = new Random(5);
        List<MixedTrend.Subject> together = new ArrayList<>();
        for (int s = 0; s < 12; s++) {
            double[] time = new double[20];
            double[] value = new double[20];
            double e = random.nextGaussian();
            for (int i = 0; i < 20; i++) {
                e = 0.8 * e + 0.6 * random.nextGaussian(); // standard deviation 1
                time[i] = i;
                value[i] = 0.1 * i + e;
            }
            together.add(new MixedTrend.Subject(time, value));
        }
        MixedTrend m = MixedTrend.of(together).orElseThrow();
        assertThat(m.correlation())
                .isBetween(0.65, 0.92); // standard error of ρ about √((1 − 0.64)/240) = 0.04, twice and bias
        assertThat(m.slope().low()).isLessThan(0.1);
        assertThat(m.slope().high()).isGreaterThan(0.1);
    }

    @Test
    void oneSubjectIsNoCohort() {
        assertThat(MixedTrend.of(List.of(new MixedTrend.Subject(TIMES, curve(t -> t)))))
                .isEmpty();
    }
}
