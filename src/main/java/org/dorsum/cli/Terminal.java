package org.dorsum.cli;

/**
 * What the process writes to.
 *
 * @param colour whether standard output shows ANSI colours
 * @param progress whether somebody watches standard error
 */
record Terminal(boolean colour, boolean progress) {

    /** Java cannot ask about a single stream; the launcher can, and says so by properties. */
    static Terminal ofThisProcess() {
        boolean colour = isTerminal("dorsum.terminal.out") && System.getenv("NO_COLOR") == null;
        return new Terminal(colour && !"dumb".equals(System.getenv("TERM")), isTerminal("dorsum.terminal.err"));
    }

    /** Files and pipes. */
    static Terminal none() {
        return new Terminal(false, false);
    }

    private static boolean isTerminal(String property) {
        return Boolean.getBoolean(property);
    }
}
