package org.dorsum.report;

import java.util.Locale;

/** The languages that reports are written in. */
public enum Language {
    /** English. */
    EN,
    /** German. */
    DE;

    /** The language's code, as on the command line and in the {@code lang} attribute: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For what asks for a locale; numbers are written by {@link Words} alone. */
    Locale locale() {
        return Locale.forLanguageTag(label());
    }
}
