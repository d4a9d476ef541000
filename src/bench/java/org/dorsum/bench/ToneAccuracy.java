package org.dorsum.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.dorsum.hand.HandFinder;
import org.dorsum.hand.ScaleHint;
import org.dorsum.hand.Zone;
import org.dorsum.measure.AreaKind;
import org.dorsum.measure.Mark;
import org.dorsum.measure.Measurement;
import org.dorsum.measure.Metric;
import org.dorsum.measure.Outcome;
import org.dorsum.measure.Redness;
import org.dorsum.measure.Suitability;
import org.dorsum.measure.Tone;
import org.dorsum.measure.Veins;
import org.dorsum.photo.Photo;
import org.dorsum.photo.PhotoReader;
import org.dorsum.photo.UnreadablePhotoException;
import org.dorsum.skin.Flattener;
import org.dorsum.skin.Skin;
import org.dorsum.stats.Quantiles;
import org.dorsum.synth.Conditions;
import org.dorsum.synth.HandRenderer;
import org.dorsum.synth.Injury;
import org.dorsum.synth.ToneTruth;
import org.dorsum.synth.Treatment;

/**
 * Tone, redness, veins and suitability on rendered hands of all ITA bands and on the 11K Hands set.
 *
 * <p>Arguments: a folder that keeps rendered photos, then {@code doses} (true redness, unevenness and veins against what is read),
 * {@code crosstalk} (how far redness, ITA, unevenness and veins move when something else changes), {@code injuries} (which are
 * noticed), {@code card} (tone and redness with the card in the photo), or {@code real} (what fires on the backs of the 11K Hands set, and the time of the stage).
 */
public final class ToneAccuracy {
    private static final List<Metric> METRICS =
            List.of(Metric.REDNESS_INDEX, Metric.TONE_ITA_DEG, Metric.TONE_UNEVENNESS_DE00, Metric.VEIN_VISIBILITY);
    private static final HandFinder FINDER = Hands11k.finder();

    private ToneAccuracy() {}

    /** Prints one line a photo, then the summary. */
    public static void main(String[] args) throws IOException, UnreadablePhotoException {
        Path cache = Path.of(args[0]);
        switch (args[1]) {
            case "doses" -> doses(cache);
            case "crosstalk" -> crosstalk(cache);
            case "injuries" -> injuries();
            case "card" -> CardAccuracy.run(cache, ToneAccuracy::read);
            case "real" -> real();
            default -> throw new IllegalArgumentException("doses, crosstalk, injuries, card or real, not " + args[1]);
        }
    }

    /** What is read on one photo. */
    private static Map<Metric, Double> read(Photo photo) {
        Map<Metric, Double> values = new LinkedHashMap<>();
        skin(photo).ifPresent(skin -> {
            List<Measurement> all = new ArrayList<>(
                    Tone.withDefaults().measure(skin, Zone.DORSUM).measurements());
            all.addAll(Redness.withDefaults().measure(skin, Zone.DORSUM).measurements());
            all.add(Veins.withDefaults().measure(skin, Zone.DORSUM));
            for (Measurement m : all) {
                if (m.outcome() instanceof Outcome.Measured v) {
                    values.put(m.metric(), v.value());
                }
            }
        });
        return values;
    }

    private static Optional<Skin> skin(Photo photo) {
        return FINDER.find(photo, ScaleHint.none()) instanceof HandFinder.Outcome.Found f
                ? Flattener.withDefaults().flatten(photo, f.hand())
                : Optional.empty();
    }

    private record Dose(int hand, ToneTruth truth, Map<Metric, Double> read) {}

    private static void doses(Path cache) throws IOException, UnreadablePhotoException {
        List<Dose> all = new ArrayList<>();
        List<RenderedCase> cases = ToneCases.doses();
        for (int i = 0; i < cases.size(); i++) {
            RenderedCase c = cases.get(i);
            ToneTruth truth = ToneTruth.of(c.subject(), c.treatment());
            Dose dose = new Dose(i / ToneCases.LEVELS, truth, read(c.shot(cache).photo()));
            System.out.println(c.name() + " " + truth + " " + dose.read());
            if (dose.read().keySet().containsAll(METRICS)) {
                all.add(dose);
            }
        }
        System.out.println(all.size() + " of " + cases.size() + " photos measured");
        summary("blood share -> redness_index", all, d -> d.truth().bloodPercent(), Metric.REDNESS_INDEX);
        summary(
                "redness of the skin's own colour -> redness_index",
                all,
                d -> d.truth().redness(),
                Metric.REDNESS_INDEX);
        summary("unevenness", all, d -> d.truth().unevennessDe00(), Metric.TONE_UNEVENNESS_DE00);
        summary("veins, RMS height", all, d -> d.truth().veinRmsMm(), Metric.VEIN_VISIBILITY);
        summary("ITA, uncalibrated", all, d -> d.truth().ita(), Metric.TONE_ITA_DEG);
    }

    private static void summary(String what, List<Dose> all, ToDoubleFunction<Dose> truth, Metric metric) {
        List<Double> within = new ArrayList<>();
        for (int hand = 0; hand < ToneCases.HANDS; hand++) {
            int h = hand;
            List<Dose> own = all.stream().filter(d -> d.hand() == h).toList();
            if (own.size() >= 4) {
                within.add(spearman(own, truth, metric));
            }
        }
        double[] w = within.stream().mapToDouble(v -> v).toArray();
        StringBuilder bands = new StringBuilder();
        for (int band = 0; band < ToneCases.ITA.length; band++) {
            int b = band;
            bands.append(String.format(
                    Locale.ROOT,
                    " %.2f",
                    spearman(
                            all.stream()
                                    .filter(d -> d.hand() % ToneCases.ITA.length == b)
                                    .toList(),
                            truth,
                            metric)));
        }
        System.out.printf(
                Locale.ROOT,
                "%s: Spearman over all %.3f, within a hand median %.3f, lowest %.3f, by band from very light%s%n",
                what,
                spearman(all, truth, metric),
                Quantiles.median(w),
                Quantiles.quantile(w, 0),
                bands);
    }

    private static double spearman(List<Dose> doses, ToDoubleFunction<Dose> truth, Metric metric) {
        return new SpearmansCorrelation()
                .correlation(
                        doses.stream().mapToDouble(truth).toArray(),
                        doses.stream().mapToDouble(d -> d.read().get(metric)).toArray());
    }

    private static void crosstalk(Path cache) throws IOException, UnreadablePhotoException {
        Map<String, Map<Metric, List<Double>>> moves = new LinkedHashMap<>();
        Map<String, Map<Metric, Double>> known = new LinkedHashMap<>();
        for (Map.Entry<String, List<RenderedCase>> sweep : ToneCases.sweeps().entrySet()) {
            String factor = sweep.getKey().substring(0, sweep.getKey().lastIndexOf(' '));
            Map<Metric, Double> base = null;
            Map<Metric, Double> most = new LinkedHashMap<>();
            for (RenderedCase c : sweep.getValue()) {
                Map<Metric, Double> v = known.get(c.name());
                if (v == null) {
                    v = read(c.shot(cache).photo());
                    known.put(c.name(), v);
                }
                System.out.println(c.name() + " " + v);
                base = base == null ? v : base;
                for (Metric metric : METRICS) {
                    if (v.containsKey(metric) && base.containsKey(metric)) {
                        double move = v.get(metric) - base.get(metric);
                        boolean relative = metric == Metric.REDNESS_INDEX || metric == Metric.TONE_UNEVENNESS_DE00;
                        most.merge(metric, Math.abs(relative ? 100 * move / base.get(metric) : move), Math::max);
                    }
                }
            }
            most.forEach((metric, move) -> moves.computeIfAbsent(factor, k -> new LinkedHashMap<>())
                    .computeIfAbsent(metric, k -> new ArrayList<>())
                    .add(move));
        }
        moves.forEach((factor, byMetric) -> byMetric.forEach((metric, m) -> {
            double[] v = m.stream().mapToDouble(x -> x).toArray();
            System.out.printf(
                    Locale.ROOT,
                    "%s -> %s: largest move, median of hands %.2f, worst hand %.2f%n",
                    factor,
                    metric.label(),
                    Quantiles.median(v),
                    Quantiles.quantile(v, 1));
        }));
    }

    private static void injuries() throws UnreadablePhotoException {
        for (Injury.Kind kind : Injury.Kind.values()) {
            int noticed = 0;
            for (int hand = 0; hand < ToneCases.ITA.length; hand++) {
                byte[] jpeg = HandRenderer.withDefaults()
                        .withInjuries(List.of(new Injury(kind, -8 + 4 * hand, 50, 4)))
                        .render(
                                ToneCases.subject(hand),
                                Treatment.NONE,
                                Conditions.clinic(140_000 + hand, RenderedCase.WIDTH, RenderedCase.HEIGHT),
                                "injured.jpg")
                        .jpeg();
                int areas = skin(PhotoReader.withDefaults().read("injured.jpg", jpeg))
                        .map(s ->
                                Suitability.withDefaults().find(s, Zone.DORSUM).size())
                        .orElse(0);
                System.out.println(kind + ", ITA about " + ToneCases.ITA[hand] + ": areas " + areas);
                noticed += areas > 0 ? 1 : 0;
            }
            System.out.println(kind + ": noticed on " + noticed + " of " + ToneCases.ITA.length);
        }
    }

    private static void real() throws IOException, UnreadablePhotoException {
        int photos = 0;
        int fired = 0;
        Map<AreaKind, Integer> kinds = new LinkedHashMap<>();
        List<Double> times = new ArrayList<>();
        for (List<Path> hand : Hands11k.backsByHand().values()) {
            for (Path file : hand) {
                Optional<Skin> skin = skin(PhotoReader.withDefaults().read(file));
                if (skin.isEmpty()) {
                    continue;
                }
                photos++;
                long start = System.nanoTime();
                List<Mark.Area> areas = new ArrayList<>(
                        Tone.withDefaults().measure(skin.get(), Zone.DORSUM).areas());
                areas.addAll(
                        Redness.withDefaults().measure(skin.get(), Zone.DORSUM).patches());
                Veins.withDefaults().measure(skin.get(), Zone.DORSUM);
                List<Mark.Area> suspects = Suitability.withDefaults().find(skin.get(), Zone.DORSUM);
                times.add((System.nanoTime() - start) / 1e6);
                areas.forEach(a -> kinds.merge(a.kind(), 1, Integer::sum));
                fired += suspects.isEmpty() ? 0 : 1;
                if (!suspects.isEmpty()) {
                    System.out.println("fired: " + file.getFileName() + " " + suspects.size());
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d photos, suitability fired on %d, areas %s, median time of the stage %.0f ms%n",
                photos,
                fired,
                kinds,
                Quantiles.median(times.stream().mapToDouble(v -> v).toArray()));
    }
}
