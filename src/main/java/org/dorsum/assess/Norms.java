package org.dorsum.assess;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dorsum.measure.Metric;

/**
 * Reference quantiles of a stated cohort: what a score is read against. Never made from rendered hands. Immutable.
 *
 * @param name of the cohort
 * @param cohort who was photographed
 * @param conditions how; a score is given only for photos within them
 * @param method with what it was measured
 * @param references one a metric; metrics without one have no score
 */
public record Norms(
        String name,
        Cohort cohort,
        Conditions conditions,
        Assessment.Method method,
        Map<Metric, Reference> references) {

    /**
     * Who was photographed.
     *
     * @param people number of persons, at least 1
     * @param hands number of hands; each counts once, by the median of its photos
     * @param photos number of photos that were used
     * @param ages of the persons, if known
     */
    public record Cohort(int people, int hands, int photos, Optional<Ages> ages) {}

    /** Ages of a cohort in years. */
    public record Ages(double youngest, double median, double oldest) {}

    /**
     * How the cohort was photographed.
     *
     * @param leastPixelsPerMm resolution of its coarsest photo
     * @param mostPixelsPerMm resolution of its finest photo
     * @param calibrated whether colours were read by the card
     */
    public record Conditions(double leastPixelsPerMm, double mostPixelsPerMm, boolean calibrated) {}

    /**
     * Distribution of one metric over hands.
     *
     * @param hands how many hands it rests on
     * @param quantiles in order of their probability, at least two
     */
    public record Reference(int hands, List<Quantile> quantiles) {
        /** Checks the order. */
        public Reference {
            quantiles = List.copyOf(quantiles);
            if (quantiles.size() < 2) {
                throw new IllegalArgumentException("a distribution has at least two quantiles");
            }
            for (int i = 1; i < quantiles.size(); i++) {
                Quantile before = quantiles.get(i - 1);
                Quantile q = quantiles.get(i);
                if (!(q.probability > before.probability
                        && q.value >= before.value
                        && q.low >= before.low
                        && q.high >= before.high)) {
                    throw new IllegalArgumentException("quantiles rise with their probability");
                }
            }
        }
    }

    /**
     * One quantile with its 95 % interval (bootstrap over persons).
     *
     * @param probability 0 … 1, exclusive
     * @param low not above {@code value}
     * @param high not below it
     */
    public record Quantile(double probability, double value, double low, double high) {
        /** Checks that the numbers are numbers. */
        public Quantile {
            if (!(probability > 0 && probability < 1 && low <= value && value <= high)) {
                throw new IllegalArgumentException("a quantile lies within its interval, its probability in 0 … 1");
            }
        }
    }

    /** Copies the map. */
    public Norms {
        references = Map.copyOf(references);
        if (references.isEmpty()) {
            throw new IllegalArgumentException("norms are of at least one metric");
        }
    }
}
