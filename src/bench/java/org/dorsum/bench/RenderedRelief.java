package org.dorsum.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.dorsum.assess.Assessment;
import org.dorsum.assess.Assessor;
import org.dorsum.hand.Zone;
import org.dorsum.measure.Metric;
import org.dorsum.measure.Outcome;
import org.dorsum.photo.UnreadablePhotoException;
import org.dorsum.stats.Quantiles;
import org.dorsum.synth.Conditions;
import org.dorsum.synth.Subject;
import org.dorsum.synth.Treatment;
import org.dorsum.synth.Treatment.Effect;

/**
 * What relief measures read on rendered hands whose truth is known: how they follow relief and flakes over 20 hands at 8
 * levels, every photo under new conditions; and how far roughness moves when something else changes.
 *
 * <p>Arguments: a folder that keeps rendered photos, then {@code relief}, {@code flakes} or {@code crosstalk}; {@code render} fills the
 * folder only; a number after {@code crosstalk} is of hands swept.
 */
public final class RenderedRelief {
    private static final int HANDS = 20;
    private static final double[] ROUGHNESS = {-70, -55, -40, -20, 0, 30, 65, 100}; // percent of the usual depth
    private static final double[] FLAKES = {0, 0.01, 0.02, 0.04, 0.07, 0.11, 0.16, 0.22}; // share of the skin
    private static final int SWEPT = 5;
    private static final long FIRST = 7100;

    private RenderedRelief() {}

    /** Prints one line a photo, then the summary. */
    public static void main(String[] args) throws IOException, UnreadablePhotoException {
        Path cache = Path.of(args[0]);
        switch (args[1]) {
            case "relief" ->
                dose("relief RMS, um", roughnessCases(), cache, assessor(), Metric.ROUGHNESS_INDEX, s -> s.reliefUm());
            case "flakes" ->
                dose("flakes, %", flakeCases(), cache, assessor(), Metric.SCALINESS_PERCENT, s -> s.flakePercent());
            case "crosstalk" -> crosstalk(cache, assessor(), args.length > 2 ? Integer.parseInt(args[2]) : SWEPT);
            case "render" -> {
                for (RenderedCase c : roughnessCases()) {
                    c.shot(cache);
                }
                for (RenderedCase c : flakeCases()) {
                    c.shot(cache);
                }
                for (Map<String, RenderedCase> sweep : sweeps(SWEPT).values()) {
                    for (RenderedCase c : sweep.values()) {
                        c.shot(cache);
                    }
                }
            }
            default -> throw new IllegalArgumentException("relief, flakes, crosstalk or render, not " + args[1]);
        }
    }

    private static Assessor assessor() {
        return Assessor.with(Hands11k.finder());
    }

    private static List<RenderedCase> roughnessCases() {
        List<RenderedCase> cases = new ArrayList<>();
        for (int hand = 0; hand < HANDS; hand++) {
            for (int level = 0; level < ROUGHNESS.length; level++) {
                cases.add(new RenderedCase(
                        "rough_" + hand + "_" + level,
                        RenderedCase.plain(FIRST + hand),
                        Treatment.NONE.with(Effect.ROUGHNESS, ROUGHNESS[level]),
                        fresh(hand, level)));
            }
        }
        return cases;
    }

    private static List<RenderedCase> flakeCases() {
        List<RenderedCase> cases = new ArrayList<>();
        for (int hand = 0; hand < HANDS; hand++) {
            for (int level = 0; level < FLAKES.length; level++) {
                cases.add(new RenderedCase(
                        "flake_" + hand + "_" + level,
                        RenderedCase.with(RenderedCase.plain(FIRST + hand), 0, FLAKES[level]),
                        Treatment.NONE,
                        fresh(hand, level + 50)));
            }
        }
        return cases;
    }

    private static Conditions fresh(int hand, int level) {
        return Conditions.clinic(90_000 + 100L * hand + level, RenderedCase.WIDTH, RenderedCase.HEIGHT);
    }

    private static void dose(
            String what,
            List<RenderedCase> cases,
            Path cache,
            Assessor assessor,
            Metric metric,
            Function<RenderedCase.Shot, Double> truth)
            throws IOException, UnreadablePhotoException {
        List<Double> truths = new ArrayList<>();
        List<Double> read = new ArrayList<>();
        int levels = ROUGHNESS.length;
        double[][] byLevel = new double[levels][0];
        List<Double> within = new ArrayList<>();
        for (int hand = 0; hand < HANDS; hand++) {
            List<Double> t = new ArrayList<>();
            List<Double> r = new ArrayList<>();
            for (int level = 0; level < levels; level++) {
                RenderedCase c = cases.get(hand * levels + level);
                RenderedCase.Shot shot = c.shot(cache);
                double v = value(assessor.assess(shot.photo()), metric);
                System.out.printf(Locale.ROOT, "%s %.3f %.4f%n", c.name(), truth.apply(shot), v);
                if (!Double.isNaN(v)) {
                    t.add(truth.apply(shot));
                    r.add(v);
                    byLevel[level] = append(byLevel[level], v);
                }
            }
            within.add(spearman(t, r));
            truths.addAll(t);
            read.addAll(r);
        }
        System.out.printf(
                Locale.ROOT,
                "%s -> %s: %d of %d measured, Spearman over all %.3f, within a hand median %.3f, lowest %.3f; medians",
                what,
                metric.label(),
                read.size(),
                cases.size(),
                spearman(truths, read),
                Quantiles.median(within.stream().mapToDouble(v -> v).toArray()),
                within.stream().mapToDouble(v -> v).min().getAsDouble());
        for (double[] level : byLevel) {
            System.out.printf(Locale.ROOT, " %.3f", level.length == 0 ? Double.NaN : Quantiles.median(level));
        }
        System.out.println();
    }

    /** By factor the photos of each hand, the undisturbed one first. */
    private static Map<String, Map<String, RenderedCase>> sweeps(int hands) {
        Map<String, Map<String, RenderedCase>> all = new LinkedHashMap<>();
        for (int hand = 0; hand < hands; hand++) {
            Subject s = RenderedCase.plain(FIRST + 40 + hand);
            Conditions c = Conditions.clinic(95_000 + hand, RenderedCase.WIDTH, RenderedCase.HEIGHT);
            Treatment none = Treatment.NONE;
            for (double v : new double[] {0, 0.8, 2}) {
                add(all, "spots", hand, v, RenderedCase.with(s, v, 0), none, c);
            }
            for (double v : new double[] {0, -50, 100}) {
                add(all, "redness", hand, v, s, none.with(Effect.REDNESS, v), c);
            }
            for (double v : new double[] {0, 8, 20}) {
                add(all, "dark hair", hand, v, s.withHair(v, 0), none, c);
            }
            for (double v : new double[] {0, 20}) {
                add(all, "white hair", hand, v, s.withHair(v, 0.9), none, c);
            }
            for (double v : new double[] {0, 60, 120, 180, 270}) {
                add(all, "light from", hand, v, s, none, c.litFrom(v, 55));
            }
            for (double v : new double[] {55, 43, 66}) {
                add(all, "light height", hand, v, s, none, c.litFrom(45, v));
            }
            for (double v : new double[] {0, -1, 0.3}) {
                add(all, "exposure", hand, v, s, none, c.exposed(Math.pow(2, v), 1, 1));
            }
            for (double v : new double[] {0, -600, 600}) {
                add(all, "white balance", hand, v, s, none, c.exposed(1, 1 + v / 9000, 1 - v / 6500));
            }
        }
        return all;
    }

    private static void add(
            Map<String, Map<String, RenderedCase>> all,
            String factor,
            int hand,
            double v,
            Subject s,
            Treatment t,
            Conditions c) {
        String name = v == 0 && !factor.startsWith("light")
                ? "base_" + hand
                : String.format(Locale.ROOT, "%s_%d_%s", factor.replace(' ', '-'), hand, v);
        all.computeIfAbsent(factor + " " + hand, k -> new LinkedHashMap<>())
                .put(String.valueOf(v), new RenderedCase(name, s, t, c));
    }

    private static void crosstalk(Path cache, Assessor assessor, int hands)
            throws IOException, UnreadablePhotoException {
        Map<String, double[]> worst = new LinkedHashMap<>();
        Map<String, Integer> refused = new LinkedHashMap<>();
        for (Map.Entry<String, Map<String, RenderedCase>> sweep : sweeps(hands).entrySet()) {
            String factor = sweep.getKey().substring(0, sweep.getKey().lastIndexOf(' '));
            double base = Double.NaN;
            double most = 0;
            StringBuilder line = new StringBuilder(sweep.getKey()).append(':');
            for (Map.Entry<String, RenderedCase> e : sweep.getValue().entrySet()) {
                double v = value(assessor.assess(e.getValue().shot(cache).photo()), Metric.ROUGHNESS_INDEX);
                base = Double.isNaN(base) ? v : base;
                line.append(String.format(Locale.ROOT, " %s=%.3f", e.getKey(), v));
                if (Double.isNaN(v)) {
                    refused.merge(factor, 1, Integer::sum);
                } else {
                    most = Math.max(most, Math.abs(100 * (v / base - 1)));
                }
            }
            System.out.println(line);
            worst.merge(factor, new double[] {most}, (a, b) -> append(a, b[0]));
        }
        worst.forEach((factor, v) -> System.out.printf(
                Locale.ROOT,
                "%s: largest move of roughness over its range, median of hands %.1f %%, worst hand %.1f %%, refused %d%n",
                factor,
                Quantiles.median(v),
                Quantiles.quantile(v, 1),
                refused.getOrDefault(factor, 0)));
    }

    private static double value(Assessment a, Metric metric) {
        return a.status() == Assessment.Status.MEASURED && a.outcome(Zone.DORSUM, metric) instanceof Outcome.Measured m
                ? m.value()
                : Double.NaN;
    }

    private static double spearman(List<Double> a, List<Double> b) {
        return new SpearmansCorrelation()
                .correlation(
                        a.stream().mapToDouble(v -> v).toArray(),
                        b.stream().mapToDouble(v -> v).toArray());
    }

    private static double[] append(double[] a, double v) {
        double[] b = java.util.Arrays.copyOf(a, a.length + 1);
        b[a.length] = v;
        return b;
    }
}
