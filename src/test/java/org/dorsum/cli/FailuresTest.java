package org.dorsum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailuresTest {
    @Test
    void groupsByReasonTheMostFrequentFirst() {
        Failures failures = new Failures();
        failures.add("a.jpg", "rejected", "No hand was found.");
        for (int i = 1; i <= 5; i++) {
            failures.add("b" + i + ".jpg", "failed", "it is cut off");
        }
        assertThat(failures.lines(40))
                .containsExactly(
                        "failures: 6 of 40 photos",
                        "  5 failed: it is cut off – b1.jpg, b2.jpg, b3.jpg and 2 more",
                        "  1 rejected: No hand was found. – a.jpg");
    }

    @Test
    void noneIsNothing() {
        assertThat(new Failures().lines(3)).isEmpty();
    }

    @Test
    void reasonsDoNotGrowWithTheFolder() {
        Failures failures = new Failures();
        for (int i = 0; i < 10_000; i++) {
            failures.add(i + ".jpg", "failed", "reason " + i);
        }
        assertThat(failures.lines(10_000)).hasSize(502);
        assertThat(failures.lines(10_000).get(1)).startsWith("  9500 other reasons – 500.jpg, ");
    }
}
