package org.dorsum.report;

/** How a line looks in a terminal that shows colours. */
enum Ansi {
    PLAIN(""),
    BOLD("1"),
    FAINT("2"),
    GOOD("36"), // cyan and yellow: told apart by the colour-blind
    BAD("33");

    private final String code;

    Ansi(String code) {
        this.code = code;
    }

    String on(String text, boolean colour) {
        return colour && !code.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
