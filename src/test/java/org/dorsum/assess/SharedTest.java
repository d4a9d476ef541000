package org.dorsum.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SharedTest {
    @Test
    void everyPieceIsDoneOnceAndMayAskForEarlierOnes() {
        int n = 200;
        Shared shared = new Shared();
        AtomicIntegerArray done = new AtomicIntegerArray(n);
        List<Supplier<Long>> sums = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int own = i;
            sums.add(shared.add(() -> {
                done.incrementAndGet(own);
                return own + (own == 0 ? 0 : sums.get(own - 1).get());
            }));
        }
        shared.run();
        assertThat(sums.get(n - 1).get()).isEqualTo(n * (n - 1) / 2);
        for (int i = 0; i < n; i++) {
            assertThat(done.get(i)).isEqualTo(1);
        }
    }

    @Test
    void anErrorIsThrownWhereItsResultIsAskedFor() {
        Shared shared = new Shared();
        Supplier<Integer> bad = shared.add(() -> {
            throw new IllegalStateException("no");
        });
        Supplier<Integer> good = shared.add(() -> 3);
        shared.run();
        assertThat(good.get()).isEqualTo(3);
        assertThatThrownBy(bad::get).isInstanceOf(IllegalStateException.class).hasMessageContaining("no");
    }
}
