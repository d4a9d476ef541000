package org.dorsum.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineLinkerTest {
    private static final LineLinker LINKER = new LineLinker(12, Math.cos(Math.toRadians(25)));

    /** A straight chain along a row. */
    private static LineTracer.Chain row(int from, int to, int y) {
        return new LineTracer.Chain(
                IntStream.rangeClosed(from, to).toArray(),
                IntStream.rangeClosed(from, to).map(i -> y).toArray());
    }

    private static LineTracer.Chain column(int x, int from, int to) {
        return new LineTracer.Chain(
                IntStream.rangeClosed(from, to).map(i -> x).toArray(),
                IntStream.rangeClosed(from, to).toArray());
    }

    @Test
    void threePiecesOfOneLineAreOneLine() {
        assertThat(LINKER.link(List.of(row(0, 20, 5), row(60, 90, 5), row(30, 50, 6))))
                .containsExactly(List.of(0, 1, 2));
    }

    @Test
    void aWiderGapStays() {
        assertThat(LINKER.link(List.of(row(0, 20, 5), row(33, 50, 5)))).containsExactly(List.of(0), List.of(1));
    }

    @Test
    void neighboursSideBySideStayApart() {
        assertThat(LINKER.link(List.of(row(0, 20, 5), row(0, 20, 10)))).containsExactly(List.of(0), List.of(1));
    }

    @Test
    void aCornerIsNoLine() {
        assertThat(LINKER.link(List.of(row(0, 20, 5), column(24, 9, 30)))).containsExactly(List.of(0), List.of(1));
    }

    /** The nearer of two candidates is joined; an end is joined once. */
    @Test
    void anEndIsJoinedOnceAndToTheNearest() {
        assertThat(LINKER.link(List.of(row(0, 20, 5), row(30, 50, 7), row(26, 46, 4))))
                .containsExactly(List.of(0, 2), List.of(1));
    }
}
