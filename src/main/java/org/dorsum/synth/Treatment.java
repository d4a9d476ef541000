package org.dorsum.synth;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * By how much a treatment changes the skin, percent of what was there before: {@code roughness=-30} leaves 70 %. Immutable;
 * {@link #NONE} changes nothing.
 */
public final class Treatment {
    /** What a treatment can change. */
    public enum Effect {
        /** Depth of the furrow network and of the finer relief. */
        ROUGHNESS,
        /** Depth of fine lines and wrinkles; folds over the knuckles are anatomy and stay. */
        LINES,
        /** Melanin of spots above that of the skin around them; their outlines stay. */
        SPOTS,
        /** Blood in the skin. */
        REDNESS,
        /** Area covered by dry flakes. */
        DRYNESS,
        /** Blotchiness of melanin and blood, spots not counted. */
        UNEVENNESS,
        /** Standing out and blueness of veins, standing out of tendons. */
        VEINS,
        /** Gloss. */
        OILINESS;

        /** The name on the command line and in files: lower case. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** No treatment. */
    public static final Treatment NONE = new Treatment(new EnumMap<>(Effect.class));

    private final EnumMap<Effect, Double> percent; // effects that change, nothing else

    private Treatment(EnumMap<Effect, Double> percent) {
        this.percent = percent;
    }

    /** The same treatment with one effect at {@code change} percent, −100 (gone) … 400. */
    public Treatment with(Effect effect, double change) {
        if (!(change >= -100 && change <= 400)) {
            throw new IllegalArgumentException(effect.label() + " can change by -100 to 400 percent, not " + change);
        }
        EnumMap<Effect, Double> p = percent.clone();
        if (change == 0) {
            p.remove(effect);
        } else {
            p.put(effect, change);
        }
        return new Treatment(p);
    }

    /**
     * The treatment written as {@code roughness=-30,spots=-40}; spaces around names and numbers do not matter.
     *
     * @throws IllegalArgumentException naming what is wrong, if a name is unknown, a number is none, or out of range
     */
    public static Treatment parse(String text) {
        Treatment t = NONE;
        for (String part : text.split(",", -1)) {
            String[] pair = part.split("=", -1);
            Effect effect = effect(pair[0].strip());
            if (pair.length != 2) {
                throw new IllegalArgumentException("write a change as " + effect.label() + "=-30, not " + part.strip());
            }
            double change;
            try {
                change = Double.parseDouble(pair[1].strip());
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        "the change of " + effect.label() + " is a number of percent, not " + pair[1].strip(), e);
            }
            t = t.with(effect, change);
        }
        return t;
    }

    private static Effect effect(String name) {
        for (Effect e : Effect.values()) {
            if (e.label().equals(name)) {
                return e;
            }
        }
        throw new IllegalArgumentException("unknown treatment '" + name + "'; known are "
                + Arrays.stream(Effect.values()).map(Effect::label).collect(Collectors.joining(", ")));
    }

    /** What remains of a property, as a factor: 0.7 for −30 percent. */
    public double factor(Effect effect) {
        return 1 + percent.getOrDefault(effect, 0.0) / 100;
    }

    /** Percent of change by effect, in the order of {@link Effect}; only those that change. */
    public Map<String, Double> changes() {
        Map<String, Double> m = new java.util.LinkedHashMap<>();
        percent.forEach((effect, change) -> m.put(effect.label(), change));
        return m;
    }

    /** The treatment that reaches this one after a course: {@code share} 0 … 1 of each change. */
    public Treatment portion(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share is 0 … 1, not " + share);
        }
        Treatment t = NONE;
        for (Map.Entry<Effect, Double> e : percent.entrySet()) {
            t = t.with(e.getKey(), e.getValue() * share);
        }
        return t;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Treatment t && t.percent.equals(percent);
    }

    @Override
    public int hashCode() {
        return percent.hashCode();
    }

    @Override
    public String toString() {
        return changes().isEmpty() ? "no change" : changes().toString();
    }
}
