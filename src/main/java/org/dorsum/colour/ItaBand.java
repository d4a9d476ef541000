package org.dorsum.colour;

/**
 * Bands of the individual typology angle, by which every accuracy table is broken down.
 *
 * @see <a href="https://doi.org/10.1111/bjd.12529">Del Bino, Bernerd 2013</a>
 */
public enum ItaBand {
    /** Above 55°. */
    VERY_LIGHT(55),
    /** 41° to 55°. */
    LIGHT(41),
    /** 28° to 41°. */
    INTERMEDIATE(28),
    /** 10° to 28°. */
    TAN(10),
    /** −30° to 10°. */
    BROWN(-30),
    /** Below −30°. */
    DARK(-180);

    private final double above;

    ItaBand(double above) {
        this.above = above;
    }

    /** The band that holds {@code degrees}; a limit belongs to the darker band. */
    public static ItaBand of(double degrees) {
        for (ItaBand band : values()) {
            if (degrees > band.above) {
                return band;
            }
        }
        return DARK;
    }
}
