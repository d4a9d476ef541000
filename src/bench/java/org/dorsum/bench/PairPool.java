package org.dorsum.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dorsum.synth.Adornment;
import org.dorsum.synth.Conditions;
import org.dorsum.synth.HandRenderer;
import org.dorsum.synth.RenderedHand;
import org.dorsum.synth.Subject;
import org.dorsum.synth.Treatment;
import org.dorsum.synth.Treatment.Effect;

/**
 * Rendered hands before and after treatments: five adults in each of six ITA bands, each photographed once before and five
 * times after. Photos and their truth are kept in a folder, because rendering takes longer than comparing.
 */
final class PairPool {
    static final int PEOPLE = 30;
    private static final double[] TONES = {58, 48, 34, 18, -8, -42}; // the middle of each ITA band
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1200;
    private static final long FIRST = 61_000;

    /** How the later photo came about. */
    enum Kind {
        /** Roughness −20, lines −25, spots −30 percent; another clinic: new pose, light and camera. */
        TREATED_NEW(true, true),
        /** Other strengths; another clinic. */
        VARIED_NEW(true, true),
        /** Roughness −20, lines −25, spots −30 percent; the same room on another day. */
        TREATED_AGAIN(true, false),
        /** Nothing done; another clinic. */
        NONE_NEW(false, true),
        /** Nothing done; the same room on another day. */
        NONE_AGAIN(false, false);

        final boolean treated;
        final boolean elsewhere;

        Kind(boolean treated, boolean elsewhere) {
            this.treated = treated;
            this.elsewhere = elsewhere;
        }
    }

    /** A photo before, one after, and what happened between them. */
    record Pair(int person, double ita, Kind kind, Treatment treatment, Path before, Path after) {}

    private PairPool() {}

    /** Fills the folder that is the argument. */
    public static void main(String[] args) throws IOException {
        pairs(Path.of(args[0]), PEOPLE);
    }

    /** The pairs of the first so many people, rendered unless the folder has them. */
    static List<Pair> pairs(Path folder, int people) throws IOException {
        Files.createDirectories(folder);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            Subject person = person(i);
            Conditions first = Conditions.clinic(FIRST + 10L * i, WIDTH, HEIGHT);
            Path before = photo(folder, "p" + i + "_before", person, Treatment.NONE, first);
            for (Kind kind : Kind.values()) {
                long seed = FIRST + 10L * i + 1 + kind.ordinal();
                Conditions conditions = kind.elsewhere ? Conditions.clinic(seed, WIDTH, HEIGHT) : first.again(seed);
                Treatment treatment = treatment(kind, i);
                Path after = photo(folder, "p" + i + "_" + kind, person, treatment, conditions);
                pairs.add(new Pair(i, person.ita(), kind, treatment, before, after));
            }
        }
        return pairs;
    }

    private static Treatment treatment(Kind kind, int person) {
        if (!kind.treated) {
            return Treatment.NONE;
        }
        double strength = kind == Kind.VARIED_NEW ? new double[] {0.5, 1.5, 2, -0.5, 1}[person % 5] : 1;
        return Treatment.NONE
                .with(Effect.ROUGHNESS, -20 * strength)
                .with(Effect.LINES, -25 * strength)
                .with(Effect.SPOTS, -30 * strength);
    }

    /** An adult with lines and spots, hardly any hair, and bare hands: those who come for treatment. */
    private static Subject person(int i) {
        Subject s = Subject.random(FIRST + i).withIta(TONES[i % TONES.length]).wearing(Adornment.NONE);
        SplittableRandom r = new SplittableRandom(FIRST + i);
        return new Subject(
                s.seed(),
                s.left(),
                s.ita(),
                s.blood(),
                38 + r.nextDouble(35),
                s.roughness(),
                0.7 + r.nextDouble(0.8),
                0.6 + r.nextDouble(1.2),
                0,
                0,
                s.veins(),
                Math.min(3, s.hair()),
                s.hairShade(),
                s.oiliness(),
                0,
                s.adornment());
    }

    private static Path photo(Path folder, String name, Subject person, Treatment treatment, Conditions conditions)
            throws IOException {
        Path jpeg = folder.resolve(name + ".jpg");
        Path truth = folder.resolve(name + ".json");
        if (!Files.exists(truth)) {
            RenderedHand hand = HandRenderer.withDefaults().render(person, treatment, conditions, name + ".jpg");
            Files.write(jpeg, hand.jpeg());
            Files.write(truth, hand.truth().json());
        }
        return jpeg;
    }
}
