package org.dorsum.batch;

import java.util.List;

/** A manifest that is not one; each problem is one line for people. */
public final class ManifestException extends Exception {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    ManifestException(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, one line each, at least one. */
    public List<String> problems() {
        return problems;
    }
}
