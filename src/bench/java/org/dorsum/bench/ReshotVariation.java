package org.dorsum.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.dorsum.assess.Assessment;
import org.dorsum.assess.Assessor;
import org.dorsum.hand.Zone;
import org.dorsum.measure.Metric;
import org.dorsum.measure.Outcome;
import org.dorsum.photo.PhotoReader;
import org.dorsum.photo.UnreadablePhotoException;

/**
 * How much each metric moves when the same hand is photographed again, beside how much it differs between hands: root mean
 * square of the coefficients of variation of the hands with two photos and more, the spread of the hands' means, and the
 * intraclass correlation ICC(1,1).
 *
 * @see <a href="https://doi.org/10.1037/0033-2909.86.2.420">Shrout, Fleiss 1979</a> on ICC(1,1)
 */
public final class ReshotVariation {
    private ReshotVariation() {}

    /** Measures the backs of hands of the 11K Hands set and prints one line a metric. */
    public static void main(String[] none) throws IOException, UnreadablePhotoException {
        Assessor assessor = Assessor.with(Hands11k.finder());
        Map<Metric, List<SummaryStatistics>> byMetric = new EnumMap<>(Metric.class);
        for (var photos : Hands11k.backsByHand().values()) {
            Map<Metric, SummaryStatistics> hand = new EnumMap<>(Metric.class);
            for (var file : photos) {
                Assessment a = assessor.assess(PhotoReader.withDefaults().read(file));
                for (Metric metric : Metric.values()) {
                    if (a.outcome(Zone.DORSUM, metric) instanceof Outcome.Measured m) {
                        hand.computeIfAbsent(metric, k -> new SummaryStatistics())
                                .addValue(m.value());
                    }
                }
            }
            hand.forEach((metric, s) ->
                    byMetric.computeIfAbsent(metric, k -> new ArrayList<>()).add(s));
        }
        System.out.println("metric                       hands photos  mean      within CV %  between CV %  ICC(1,1)");
        byMetric.forEach(ReshotVariation::print);
    }

    private static void print(Metric metric, List<SummaryStatistics> hands) {
        List<SummaryStatistics> again =
                hands.stream().filter(s -> s.getN() >= 2 && s.getMean() != 0).toList();
        SummaryStatistics means = new SummaryStatistics();
        double squares = 0;
        double within = 0;
        long freedom = 0;
        long photos = 0;
        for (SummaryStatistics s : again) {
            means.addValue(s.getMean());
            squares += s.getVariance() / (s.getMean() * s.getMean());
            within += s.getVariance() * (s.getN() - 1);
            freedom += s.getN() - 1;
            photos += s.getN();
        }
        double between = 0;
        for (SummaryStatistics s : again) {
            between += s.getN() * Math.pow(s.getMean() - means.getMean(), 2);
        }
        between /= again.size() - 1.0;
        within /= freedom;
        double k = photos / (double) again.size();
        System.out.printf(
                Locale.ROOT,
                "%-28s %5d %6d  %-9.4g %11.1f %13.1f %9.3f%n",
                metric.label(),
                again.size(),
                photos,
                means.getMean(),
                100 * Math.sqrt(squares / again.size()),
                100 * means.getStandardDeviation() / Math.abs(means.getMean()),
                (between - within) / (between + (k - 1) * within));
    }
}
