package org.dorsum.clinic.clients;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What was done at a visit. Immutable.
 *
 * @param settings of the device, in the clinic's own words
 * @param passes over the area, 1 to 20
 */
public record Treatment(
        String id, String visit, Hands hands, Device device, String settings, int passes, Set<Area> areas) {
    /** Which hand. */
    public enum Hands {
        /** The left. */
        LEFT,
        /** The right. */
        RIGHT,
        /** Both. */
        BOTH;

        /** The name in the database, in forms and in message bundles. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The one of that label. */
        public static Optional<Hands> of(String label) {
            return Arrays.stream(values()).filter(h -> h.label().equals(label)).findFirst();
        }
    }

    /** With what. */
    public enum Device {
        /** A stream of crystals. */
        CRYSTAL,
        /** A diamond tip. */
        DIAMOND;

        /** The name in the database, in forms and in message bundles. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where on the hand. */
    public enum Area {
        /** The back of the hand. */
        DORSUM,
        /** The knuckles. */
        KNUCKLES,
        /** The fingers. */
        FINGERS,
        /** The wrist. */
        WRIST;

        /** The name in the database, in forms and in message bundles. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Copies the areas. */
    public Treatment {
        areas = Set.copyOf(areas);
    }

    /** Whether that hand was treated. */
    public boolean treats(String side) {
        return hands == Hands.BOTH || hands.label().equals(side);
    }

    /** The areas in their order. */
    public List<Area> areasInOrder() {
        return areas.stream().sorted().toList();
    }
}
