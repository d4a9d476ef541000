package org.dorsum.cluster;

import java.util.List;

/** Photos that cannot be listed; each problem is one line for people. */
final class SourceException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    SourceException(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    SourceException(String problem) {
        this(List.of(problem));
    }

    /** What is wrong, one line each, at least one. */
    List<String> problems() {
        return problems;
    }
}
