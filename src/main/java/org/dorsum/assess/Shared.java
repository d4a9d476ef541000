package org.dorsum.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Work that the caller and one helper of the common pool do together: each takes the next piece that nobody has taken. A piece may
 * ask for the result of one that was added before it: that was taken before, so that it is done or being done. Where no helper is
 * free the caller does all of it. One list of work, run once.
 */
public final class Shared {
    private final List<Piece<?>> pieces = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();

    /** A piece of work, which {@link #next} sees to that one thread runs; who asks for its result waits until it is there. */
    private record Piece<T>(ForkJoinTask<T> task) implements Supplier<T> {
        @Override
        public T get() {
            return task.join();
        }
    }

    /** Adds a piece of work whose result can be asked for once the work runs. */
    public <T> Supplier<T> add(Supplier<T> work) {
        Piece<T> piece = new Piece<>(ForkJoinTask.adapt(work::get));
        pieces.add(piece);
        return piece;
    }

    /** Does all of the work; nothing goes on behind its end. An error in a piece is thrown where its result is asked for. */
    public void run() {
        ForkJoinTask<?> helper = ForkJoinPool.commonPool().submit(this::takeTurns);
        takeTurns();
        helper.quietlyJoin();
    }

    private void takeTurns() {
        for (int i = next.getAndIncrement(); i < pieces.size(); i = next.getAndIncrement()) {
            pieces.get(i).task.quietlyInvoke();
        }
    }
}
