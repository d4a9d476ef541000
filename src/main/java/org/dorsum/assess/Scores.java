package org.dorsum.assess;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dorsum.measure.Metric;

/**
 * Scores of one photo, 0 … 100, larger is better: a reading aid beside the values, never in their place. Immutable.
 *
 * @param norms what they are read against; absent where there are none
 * @param byFamily one a family
 * @param notes what to know about them, sentences for people
 */
public record Scores(Optional<Norms> norms, Map<Family, Score> byFamily, List<String> notes) {

    /** What is scored. */
    public enum Family {
        /** Roughness and scaliness. */
        TEXTURE,
        /** Number, area and depth of lines. */
        LINES,
        /** How spotted the skin is. */
        SPOTS,
        /** Evenness of colour. */
        TONE,
        /** Mean of the four others. */
        OVERALL;

        /** The metrics whose mean standing it is; none for {@link #OVERALL}. */
        public List<Metric> metrics() {
            return switch (this) {
                case TEXTURE -> List.of(Metric.ROUGHNESS_INDEX, Metric.SCALINESS_PERCENT);
                case LINES ->
                    List.of(Metric.LINE_DENSITY_MM_PER_CM2, Metric.LINE_AREA_PERCENT, Metric.LINE_CONTRAST_PERCENT);
                case SPOTS -> List.of(Metric.SPOT_LOAD);
                case TONE -> List.of(Metric.TONE_UNEVENNESS_DE00, Metric.REDNESS_AREA_PERCENT);
                case OVERALL -> List.of();
            };
        }

        /** Whether it is read off colours. */
        public boolean colour() {
            return this == OVERALL || metrics().stream().anyMatch(Metric::colour);
        }

        /** The column's name: {@code score_texture} and so on. */
        public String label() {
            return "score_" + name().toLowerCase(Locale.ROOT);
        }
    }

    /** A score or why there is none. */
    public sealed interface Score {
        /**
         * A score.
         *
         * @param value 0 … 100: 100 less the share, in percent, of the cohort's hands that have less of it
         * @param low lower end of what the value's error and the cohort's size leave open, 95 %
         * @param high its upper end
         */
        record Given(double value, double low, double high) implements Score {}

        /**
         * No score.
         *
         * @param code for tables, lower case with hyphens
         * @param text part of a sentence for people
         */
        record Absent(String code, String text) implements Score {}
    }

    /** Copies. */
    public Scores {
        byFamily = Map.copyOf(byFamily);
        notes = List.copyOf(notes);
    }

    /** No norms, so no scores. */
    public static Scores none() {
        Map<Family, Score> all = new EnumMap<>(Family.class);
        for (Family family : Family.values()) {
            all.put(family, new Score.Absent("no-norms", "there are no norms"));
        }
        return new Scores(Optional.empty(), all, List.of());
    }

    /** The score of a family. */
    public Score of(Family family) {
        Score score = byFamily.get(family);
        return score != null ? score : new Score.Absent("no-norms", "there are no norms");
    }

    /** Who the norms are of, for people: name, numbers, ages. */
    public Optional<String> cohort() {
        return norms.map(n -> String.format(
                Locale.ROOT,
                "%s: %d people, %d hands, %s",
                n.name(),
                n.cohort().people(),
                n.cohort().hands(),
                n.cohort()
                        .ages()
                        .map(a -> String.format(
                                Locale.ROOT,
                                "%.0f to %.0f years old, median %.0f",
                                a.youngest(),
                                a.oldest(),
                                a.median()))
                        .orElse("ages unknown")));
    }

    /** Notes as a list that can grow. */
    static List<String> notes(Norms norms, boolean sameSettings) {
        List<String> notes = new ArrayList<>();
        norms.cohort()
                .ages()
                .ifPresentOrElse(
                        a -> notes.add(String.format(
                                Locale.ROOT,
                                "The age of this hand is not known to Dorsum; scores compare it with people of %.0f to %.0f"
                                        + " years.",
                                a.youngest(),
                                a.oldest())),
                        () -> notes.add("The ages of the people of the norms are not known."));
        if (!sameSettings) {
            notes.add("The norms were measured with other settings or another release ("
                    + norms.method().toolVersion() + "): scores are only roughly right; measure the norms anew.");
        }
        return notes;
    }
}
