package org.dorsum.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dorsum.synth.Adornment;
import org.dorsum.synth.Conditions;
import org.dorsum.synth.Subject;
import org.dorsum.synth.Treatment;
import org.dorsum.synth.Treatment.Effect;

/** Rendered hands on which tone, redness and veins are tried: who, treated how, photographed how. */
final class ToneCases {
    static final int HANDS = 24; // four of each ITA band
    static final int LEVELS = 6;
    static final double[] ITA = {60, 48, 34, 19, -10, -45}; // the middle of each band, from very light to dark
    private static final double[] REDNESS = {-60, -30, 0, 40, 90, 150}; // percent of the hand's own
    private static final double[] UNEVENNESS = {-90, -60, -30, 0, 50, 110};
    private static final double[] VEINS = {-95, -65, -30, 10, 50, 100};
    private static final long FIRST = 8300;

    private ToneCases() {}

    /** A bare hand of the tone that goes with its number, with the hair, spots, lines and relief of its seed. */
    static Subject subject(int hand) {
        return Subject.random(FIRST + hand).wearing(Adornment.NONE).withIta(ITA[hand % ITA.length] + hand / 6 - 2);
    }

    /**
     * Every hand at six levels, each a photo of its own light, pose and camera. Redness, unevenness and veins change
     * independently of each other, so that what follows one does not follow the others; of veins a hand has three levels, each
     * in two photos.
     */
    static List<RenderedCase> doses() {
        List<RenderedCase> cases = new ArrayList<>();
        for (int hand = 0; hand < HANDS; hand++) {
            for (int level = 0; level < LEVELS; level++) {
                Treatment t = Treatment.NONE
                        .with(Effect.REDNESS, REDNESS[level])
                        .with(Effect.UNEVENNESS, UNEVENNESS[(5 * level + hand) % LEVELS])
                        .with(Effect.VEINS, VEINS[(level + 2 + 3 * (level / 3) + hand) % LEVELS]);
                cases.add(new RenderedCase(
                        "tone_" + hand + "_" + level,
                        subject(hand),
                        t,
                        Conditions.clinic(120_000 + 100L * hand + level, RenderedCase.WIDTH, RenderedCase.HEIGHT)));
            }
        }
        return cases;
    }

    /** By factor and hand, one hand of each band, the photos in which only that factor changes, the plain one first. */
    static Map<String, List<RenderedCase>> sweeps() {
        Map<String, List<RenderedCase>> all = new LinkedHashMap<>();
        for (int hand = 0; hand < ITA.length; hand++) {
            Subject s = subject(hand + 6).withHair(0, 0);
            Conditions c = Conditions.clinic(130_000 + hand, RenderedCase.WIDTH, RenderedCase.HEIGHT)
                    .litFrom(45, 55);
            Treatment none = Treatment.NONE;
            for (double v : new double[] {-50, 100}) {
                add(all, "relief", hand, v, s, none.with(Effect.ROUGHNESS, v), c);
            }
            for (double v : new double[] {-100, 100}) {
                add(all, "lines", hand, v, s, none.with(Effect.LINES, v), c);
            }
            for (double v : new double[] {8, 20}) {
                add(all, "dark hair", hand, v, s.withHair(v, 0), none, c);
            }
            add(all, "white hair", hand, 20, s.withHair(20, 0.9), none, c);
            for (double v : new double[] {135, 225, 315, 0}) {
                add(all, "light from", hand, v, s, none, c.litFrom(v, 55));
            }
            for (double v : new double[] {43, 66}) {
                add(all, "light height", hand, v, s, none, c.litFrom(45, v));
            }
            for (double v : new double[] {-0.5, 0.5}) {
                add(all, "exposure", hand, v, s, none, c.exposed(Math.pow(2, v), 1, 1));
            }
            for (double v : new double[] {-100, 100}) {
                add(all, "spots", hand, v, s, none.with(Effect.SPOTS, v), c);
            }
        }
        return all;
    }

    private static void add(
            Map<String, List<RenderedCase>> all,
            String factor,
            int hand,
            double v,
            Subject s,
            Treatment t,
            Conditions c) {
        Conditions plain = Conditions.clinic(130_000 + hand, RenderedCase.WIDTH, RenderedCase.HEIGHT)
                .litFrom(45, 55);
        all.computeIfAbsent(
                        factor + " " + hand,
                        k -> new ArrayList<>(List.of(new RenderedCase(
                                "tonebase_" + hand, subject(hand + 6).withHair(0, 0), Treatment.NONE, plain))))
                .add(new RenderedCase(
                        String.format(Locale.ROOT, "tone-%s_%d_%s", factor.replace(' ', '-'), hand, v), s, t, c));
    }
}
