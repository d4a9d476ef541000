package org.dorsum.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Share of a cohort's hands that lie below a value, 0 … 1 exclusive: straight between the quantiles, beyond them an exponential tail
 * as long as half of what lies between them, so that it rises everywhere and never reaches 0 or 1.
 * Quantiles of equal value (many hands without any) count as one, in their middle.
 */
final class Standing {
    private static final double NARROWEST = 1e-9; // keeps a tail of a cohort without spread finite

    private final double[] values;
    private final double[] shares;

    private Standing(double[] values, double[] shares) {
        this.values = values;
        this.shares = shares;
    }

    /** The curve through one of a quantile's numbers: its value, or an end of its interval. */
    static Standing of(Norms.Reference reference, ToDoubleFunction<Norms.Quantile> number) {
        List<double[]> knots = new ArrayList<>();
        List<Norms.Quantile> quantiles = reference.quantiles();
        for (int i = 0; i < quantiles.size(); ) {
            double value = number.applyAsDouble(quantiles.get(i));
            int end = i;
            while (end + 1 < quantiles.size() && number.applyAsDouble(quantiles.get(end + 1)) == value) {
                end++;
            }
            knots.add(new double[] {
                value, (quantiles.get(i).probability() + quantiles.get(end).probability()) / 2
            });
            i = end + 1;
        }
        return new Standing(
                knots.stream().mapToDouble(k -> k[0]).toArray(),
                knots.stream().mapToDouble(k -> k[1]).toArray());
    }

    /** Share of hands below {@code value}. */
    double below(double value) {
        int last = values.length - 1;
        double spread = Math.max(NARROWEST, values[last] - values[0]);
        if (value <= values[0]) {
            return shares[0] * Math.exp(-(values[0] - value) / spread * 2);
        }
        if (value >= values[last]) {
            return 1 - (1 - shares[last]) * Math.exp(-(value - values[last]) / spread * 2);
        }
        int i = 1;
        while (values[i] < value) {
            i++;
        }
        double t = (value - values[i - 1]) / (values[i] - values[i - 1]);
        return shares[i - 1] + t * (shares[i] - shares[i - 1]);
    }
}
