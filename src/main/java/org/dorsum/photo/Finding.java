package org.dorsum.photo;

import java.util.Locale;

/**
 * Something about a photo that its user should know: what is wrong and what to do about it. Codes are stable names for
 * scripts; messages and advice are for people.
 *
 * @param code lower-case words joined by hyphens, such as {@code out-of-focus}
 * @param message what was found, one sentence
 * @param advice what to do, one sentence
 */
public record Finding(String code, Severity severity, String message, String advice) {

    /** How much it matters. */
    public enum Severity {
        /** Good to know. */
        INFO,
        /** Numbers from this photo deserve less trust. */
        WARNING,
        /** The photo cannot be measured. */
        ERROR;

        /** The name in files: lower case. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Checks the form of the code. */
    public Finding {
        if (!code.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("a finding's code is lower-case words joined by hyphens, not " + code);
        }
    }
}
