package org.dorsum.clinic.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    /** A clock that is set by hand. */
    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final Hands clock = new Hands();
    private final Attempts attempts = new Attempts(4, Duration.ofMinutes(4), clock);

    @Test
    void fourTriesAndNoFifth() {
        for (int i = 0; i < 4; i++) {
            assertThat(attempts.take("a")).isTrue();
        }
        assertThat(attempts.take("a")).isFalse();
        assertThat(attempts.take("b")).as("another address").isTrue();
    }

    @Test
    void oneComesBackEachMinute() {
        for (int i = 0; i < 4; i++) {
            attempts.take("a");
        }
        clock.now = clock.now.plusSeconds(59);
        assertThat(attempts.take("a")).isFalse();
        clock.now = clock.now.plusSeconds(1);
        assertThat(attempts.take("a")).isTrue();
        assertThat(attempts.take("a")).isFalse();
    }

    @Test
    void waitingLongSavesNoMoreThanFour() {
        clock.now = clock.now.plusSeconds(36_000);
        for (int i = 0; i < 4; i++) {
            assertThat(attempts.take("a")).isTrue();
        }
        assertThat(attempts.take("a")).isFalse();
    }
}
