package org.dorsum.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.math3.analysis.MultivariateFunction;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.dorsum.assess.Assessor;
import org.dorsum.assess.Examination;
import org.dorsum.compare.Change;
import org.dorsum.compare.Comparer;
import org.dorsum.compare.Comparison;
import org.dorsum.measure.Metric;
import org.dorsum.photo.PhotoReader;
import org.dorsum.photo.UnreadablePhotoException;

/**
 * The table of how changes vary when nothing was done ({@code paired-variation.properties}): the three figures of each metric,
 * fitted to re-shots of hands11k, of which nothing is known but that nothing was done, and to rendered pairs of known truth.
 *
 * <p>The error of a change, as a logarithm, has variance {@code s² + 2·(alike² + (unshared·u²)² + (unlike·l)²)}: s the spatial error that the
 * comparison itself gives, u the part of relief the photos do not share, l the logarithm of their ratio of sharpness. Errors are
 * taken for Student's t of four degrees, so that a single pair in other light does not widen every interval, and figures are those whose
 * normal interval covers 95 %. Printed beside them: how many pairs of each kind an interval made with them covers, each half of the hands by
 * figures of the other half.
 *
 * <p>Arguments: a file that keeps what comparing gave, so that fitting can be repeated; the folder of the pool of {@link
 * PairPool}; how many of its people.
 */
public final class PairedVariationFit {
    private static final double FREEDOM = 4;
    private static final double Z95 = new NormalDistribution().inverseCumulativeProbability(0.975);
    private static final double WIDENED = new TDistribution(FREEDOM).inverseCumulativeProbability(0.975) / Z95;
    private static final double LEAST = 1e-3; // a figure below it is as good as none
    private static final double LEAST_ALIKE =
            0.03; // of photos alike: rendered light and lenses are kinder than real ones

    /** One change of one pair: its error as a logarithm, and what may explain it. */
    private record Row(String kind, int hand, Metric metric, double error, double spatial, double u2, double unlike) {
        String line() {
            return String.format(
                    Locale.ROOT, "%s,%d,%s,%.6f,%.6f,%.6f,%.6f", kind, hand, metric.name(), error, spatial, u2, unlike);
        }

        static Row of(String line) {
            String[] c = line.split(",", -1);
            return new Row(
                    c[0],
                    Integer.parseInt(c[1]),
                    Metric.valueOf(c[2]),
                    Double.parseDouble(c[3]),
                    Double.parseDouble(c[4]),
                    Double.parseDouble(c[5]),
                    Double.parseDouble(c[6]));
        }

        double variance(double[] figures) {
            double apart = figures[1] * u2;
            double sharpness = figures[2] * unlike;
            return spatial * spatial + 2 * (figures[0] * figures[0] + apart * apart + sharpness * sharpness);
        }
    }

    private final Assessor assessor = Assessor.with(Hands11k.finder());
    private final Comparer comparer = Comparer.with(assessor).withRepeatability(PairRatios.anyChange());
    private final List<Row> rows = new ArrayList<>();

    private PairedVariationFit() {}

    /** Prints the table. */
    public static void main(String[] args) throws IOException, UnreadablePhotoException {
        Path kept = Path.of(args[0]);
        if (!Files.exists(kept)) {
            PairedVariationFit fit = new PairedVariationFit();
            fit.reshots();
            fit.rendered(Path.of(args[1]), Integer.parseInt(args[2]));
            Files.write(kept, fit.rows.stream().map(Row::line).toList());
        }
        Map<Metric, List<Row>> byMetric = new TreeMap<>();
        for (String line : Files.readAllLines(kept)) {
            Row row = Row.of(line);
            byMetric.computeIfAbsent(row.metric(), m -> new ArrayList<>()).add(row);
        }
        byMetric.forEach(PairedVariationFit::print);
    }

    private void reshots() throws IOException, UnreadablePhotoException {
        int hand = 0;
        for (List<Path> photos : Hands11k.backsByHand().values()) {
            Examination first = survey(photos.get(0));
            for (Path later : photos.subList(1, photos.size())) {
                add("re-shot", hand, first, survey(later), m -> Optional.of(0.0));
            }
            hand++;
        }
    }

    private void rendered(Path pool, int people) throws IOException, UnreadablePhotoException {
        Examination before = null;
        int last = -1;
        for (PairPool.Pair pair : PairPool.pairs(pool, people)) {
            if (pair.person() != last || before == null) {
                before = survey(pair.before());
                last = pair.person();
            }
            add("rendered", pair.person(), before, survey(pair.after()), m -> RenderedPairs.truth(pair, m));
        }
    }

    private Examination survey(Path file) throws UnreadablePhotoException {
        return assessor.survey(PhotoReader.withDefaults().read(file));
    }

    /** What the truth about a metric is, percent, if it is known. */
    private interface Truth {
        Optional<Double> of(Metric metric) throws IOException;
    }

    private void add(String kind, int hand, Examination before, Examination after, Truth truth) throws IOException {
        Comparison c = comparer.compare(List.of(before), List.of(after));
        if (c.registration().isEmpty()) {
            return;
        }
        double unshared = 1 - c.registration().get().sharedRelief();
        double unlike = Math.log(after.skin().orElseThrow().capture().sharpness()
                / before.skin().orElseThrow().capture().sharpness());
        for (Change change : c.changes()) {
            Optional<Double> percent = truth.of(change.metric());
            if (percent.isEmpty() || !(change.outcome() instanceof Change.Outcome.Compared given)) {
                continue;
            }
            double ratio = 1 + given.changePercent() / 100;
            double reshot = given.mdcPercent() / (Z95 * Math.sqrt(2)) * Math.sqrt(1 + ratio * ratio);
            double half = (given.highPercent() - given.changePercent()) / Z95;
            if (ratio > 0) {
                rows.add(new Row(
                        kind,
                        hand,
                        change.metric(),
                        Math.log(ratio / (1 + percent.get() / 100)),
                        Math.sqrt(Math.max(0, half * half - reshot * reshot)) / 100 / ratio,
                        unshared * unshared,
                        unlike));
            }
        }
    }

    private static void print(Metric metric, List<Row> all) {
        double[] figures = fit(all);
        System.out.printf(Locale.ROOT, "%s=%.3f %.3f %.2f%n", metric.label(), figures[0], figures[1], figures[2]);
        List<Row> even = all.stream().filter(r -> r.hand() % 2 == 0).toList();
        List<Row> odd = all.stream().filter(r -> r.hand() % 2 == 1).toList();
        for (String kind : new String[] {"re-shot", "rendered"}) {
            List<Row> ofEven = even.stream().filter(r -> r.kind().equals(kind)).toList();
            List<Row> ofOdd = odd.stream().filter(r -> r.kind().equals(kind)).toList();
            if (!ofEven.isEmpty() && !ofOdd.isEmpty()) {
                double covered = covered(ofOdd, fit(even)) + covered(ofEven, fit(odd));
                int n = ofEven.size() + ofOdd.size();
                System.out.printf(
                        Locale.ROOT,
                        "#   %s: %.0f %% of %d covered by figures of the other half of the hands, %.0f %% by these; mean error %.3f, RMS %.3f%n",
                        kind,
                        100 * covered / n,
                        n,
                        100 * (covered(ofOdd, figures) + covered(ofEven, figures)) / n,
                        all.stream()
                                .filter(r -> r.kind().equals(kind))
                                .mapToDouble(Row::error)
                                .average()
                                .orElse(0),
                        Math.sqrt(all.stream()
                                .filter(r -> r.kind().equals(kind))
                                .mapToDouble(r -> r.error() * r.error())
                                .average()
                                .orElse(0)));
            }
        }
    }

    private static double covered(List<Row> rows, double[] figures) {
        return rows.stream()
                .filter(r -> Math.abs(r.error()) <= Z95 * Math.sqrt(r.variance(figures)))
                .count();
    }

    /** Figures by maximum likelihood, each 0 or more. */
    private static double[] fit(List<Row> rows) {
        MultivariateFunction minusLogLikelihood = p -> {
            double[] figures = figures(p);
            double sum = 0;
            for (Row r : rows) {
                double scale2 = r.variance(figures) / (WIDENED * WIDENED);
                sum += 0.5 * Math.log(scale2)
                        + (FREEDOM + 1) / 2 * Math.log1p(r.error() * r.error() / (FREEDOM * scale2));
            }
            return sum;
        };
        double[] best = new SimplexOptimizer(1e-9, 1e-9)
                .optimize(
                        new MaxEval(20_000),
                        new ObjectiveFunction(minusLogLikelihood),
                        GoalType.MINIMIZE,
                        new InitialGuess(new double[] {Math.log(0.05), Math.log(0.2), Math.log(0.2)}),
                        new NelderMeadSimplex(3, 0.5))
                .getPoint();
        return figures(best);
    }

    private static double[] figures(double[] logarithms) {
        double[] figures = new double[3];
        for (int i = 0; i < figures.length; i++) {
            double v = Math.exp(logarithms[i]);
            figures[i] = v < LEAST ? 0 : v;
        }
        figures[0] = Math.max(figures[0], LEAST_ALIKE);
        return figures;
    }
}
