package org.dorsum.clinic.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many tries an address has left: a bucket of so many that fills again over a period. In memory, of bounded size; safe
 * for use by many threads.
 */
public final class Attempts {
    private static final int ADDRESSES = 10_000;

    private final int most;
    private final Duration period;
    private final Clock clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > ADDRESSES;
        }
    };

    private record Bucket(double left, Instant at) {}

    /** Allows {@code most} tries at once and as many more in each period. */
    public Attempts(int most, Duration period, Clock clock) {
        if (most < 1 || period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException("at least one try in a positive period");
        }
        this.most = most;
        this.period = period;
        this.clock = clock;
    }

    /** Takes one try of that address; false if none is left. */
    public synchronized boolean take(String address) {
        Instant now = clock.instant();
        Bucket old = buckets.getOrDefault(address, new Bucket(most, now));
        double refilled = Duration.between(old.at, now).toMillis() * (double) most / period.toMillis();
        double left = Math.min(most, old.left + Math.max(0, refilled));
        boolean allowed = left >= 1;
        buckets.put(address, new Bucket(allowed ? left - 1 : left, now));
        return allowed;
    }
}
