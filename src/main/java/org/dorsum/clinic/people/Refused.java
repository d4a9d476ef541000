package org.dorsum.clinic.people;

/** What was asked for cannot be done; the code names the sentence in the message bundles. */
public final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    private final String code;

    /** A refusal with the key of its sentence. */
    public Refused(String code) {
        super(code);
        this.code = code;
    }

    /** The key of the sentence. */
    public String code() {
        return code;
    }
}
