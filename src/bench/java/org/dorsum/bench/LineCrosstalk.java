package org.dorsum.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
 * How far line density moves on rendered hands when one thing is changed at a time and everything else stays the same:
 * what should not move it (spots, redness, hair, light, exposure, white balance), and what should (depth of lines, of the
 * furrow network, of both). Arguments: a folder that keeps rendered photos; the number of hands (5); width and height of the
 * photos (2000 1500).
 */
public final class LineCrosstalk {
    private static final long FIRST = 7140; // seeds of the hands
    private static final double YOUNGEST = 38; // years: younger hands have too few lines to speak of a percentage
    private static final double APART = 8;

    private LineCrosstalk() {}

    /** Prints a line a hand and factor, then a line a factor. */
    public static void main(String[] args) throws IOException, UnreadablePhotoException {
        Path folder = Path.of(args[0]);
        int hands = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        int width = args.length > 3 ? Integer.parseInt(args[2]) : 2000;
        int height = args.length > 3 ? Integer.parseInt(args[3]) : 1500;
        Assessor assessor = Assessor.with(Hands11k.finder());
        Map<String, List<Double>> moves = new LinkedHashMap<>();
        for (int hand = 0; hand < hands; hand++) {
            String name = "lines_" + hand + "_" + width + "_";
            Map<String, RenderedCase> cases = cases(hand, name, width, height);
            double base = density(assessor, cases.get("base"), folder);
            for (Map.Entry<String, RenderedCase> e : cases.entrySet()) {
                double move = 100 * (density(assessor, e.getValue(), folder) / base - 1);
                System.out.printf(Locale.ROOT, "hand %d %s: %+.1f %% of %.2f%n", hand, e.getKey(), move, base);
                if (!Double.isNaN(move)) {
                    moves.computeIfAbsent(e.getKey(), k -> new ArrayList<>()).add(move);
                }
            }
        }
        moves.forEach((what, m) -> System.out.printf(
                Locale.ROOT,
                "%s: %d hands, median %+.1f %%, median size %.1f %%, largest %.1f %%%n",
                what,
                m.size(),
                Quantiles.median(m.stream().mapToDouble(v -> v).toArray()),
                Quantiles.median(m.stream().mapToDouble(Math::abs).toArray()),
                m.stream().mapToDouble(Math::abs).max().orElse(Double.NaN)));
    }

    private static Map<String, RenderedCase> cases(int hand, String name, int width, int height) {
        Subject plain = RenderedCase.plain(FIRST + hand).withAge(YOUNGEST + APART * hand);
        Conditions clinic = Conditions.clinic(97_000 + hand, width, height).litFrom(45, 55);
        Map<String, RenderedCase> all = new LinkedHashMap<>();
        add(all, "base", name, plain, Treatment.NONE, clinic);
        add(all, "spots", name, RenderedCase.with(plain, 2, 0), Treatment.NONE, clinic);
        add(all, "redness", name, plain, Treatment.NONE.with(Effect.REDNESS, 60), clinic);
        add(all, "dark-hair", name, plain.withHair(20, 0), Treatment.NONE, clinic);
        add(all, "grey-hair", name, plain.withHair(20, 0.5), Treatment.NONE, clinic);
        add(all, "white-hair", name, plain.withHair(20, 0.9), Treatment.NONE, clinic);
        for (int azimuth = 105; azimuth < 405; azimuth += 60) {
            add(all, "light-" + azimuth % 360, name, plain, Treatment.NONE, clinic.litFrom(azimuth % 360, 55));
        }
        add(all, "brighter", name, plain, Treatment.NONE, clinic.exposed(1.2, 1, 1));
        add(all, "darker", name, plain, Treatment.NONE, clinic.exposed(Math.sqrt(0.5), 1, 1));
        add(all, "cooler", name, plain, Treatment.NONE, clinic.exposed(1, 0.93, 1.1));
        add(all, "warmer", name, plain, Treatment.NONE, clinic.exposed(1, 1.07, 0.91));
        Treatment shallower = Treatment.NONE.with(Effect.LINES, -30);
        add(all, "lines-30-percent-shallower", name, plain, shallower, clinic);
        add(all, "furrows-30-percent-shallower", name, plain, Treatment.NONE.with(Effect.ROUGHNESS, -30), clinic);
        add(all, "both-30-percent-shallower", name, plain, shallower.with(Effect.ROUGHNESS, -30), clinic);
        return all;
    }

    private static void add(
            Map<String, RenderedCase> all, String what, String name, Subject s, Treatment t, Conditions c) {
        all.put(what, new RenderedCase(name + what, s, t, c));
    }

    private static double density(Assessor assessor, RenderedCase c, Path folder)
            throws IOException, UnreadablePhotoException {
        Assessment a = assessor.assess(c.shot(folder).photo());
        return a.status() == Assessment.Status.MEASURED
                        && a.outcome(Zone.DORSUM, Metric.LINE_DENSITY_MM_PER_CM2) instanceof Outcome.Measured m
                ? m.value()
                : Double.NaN;
    }
}
