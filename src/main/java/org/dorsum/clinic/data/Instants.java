package org.dorsum.clinic.data;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as columns of text: UTC, milliseconds, always as long, so that their order is that of the text. */
public final class Instants {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Instants() {}

    /** The text of {@code instant}: {@code 2026-11-27T09:00:00.000Z}. */
    public static String text(Instant instant) {
        return FORM.format(instant);
    }

    /** The instant that {@code text} names. */
    public static Instant of(String text) {
        return Instant.parse(text);
    }
}
