package org.dorsum.hand;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value computed when it is first asked for and kept. Safe for use by many threads, none of which waits: two that ask at the same
 * moment both compute it, so that its computing may use pools of threads; it must give equal values each time.
 */
final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> source;
    private volatile @Nullable T value;

    Lazy(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public T get() {
        T known = value;
        if (known == null) {
            known = source.get();
            value = known;
        }
        return known;
    }
}
