package org.dorsum.clinic.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.dorsum.clinic.data.ClinicDatabase;
import org.dorsum.clinic.support.TestDatabase;
import org.dorsum.clinic.work.JobQueue.Job;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JobQueueTest {
    private static final JobKind.Lane LANE = JobKind.Lane.MEASURE;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void jobsComeInTheirOrderAndWaitOnce(TestDatabase kind) {
        try (ClinicDatabase database = kind.open(folder)) {
            JobQueue queue = new JobQueue(database, new Ticking());
            queue.enqueue(JobKind.MEASURE, "a");
            queue.enqueue(JobKind.MEASURE, "b");
            queue.enqueue(JobKind.MEASURE, "a");
            queue.enqueue(JobKind.LOOK, "a"); // another lane
            assertThat(queue.open()).isEqualTo(3);
            assertThat(queue.progress(JobKind.MEASURE, "b")).contains(new Progress(Stage.QUEUED, 1, Optional.empty()));
            assertThat(queue.claim(LANE)).as("while a look waits").isEmpty();
            Job look = queue.claim(JobKind.Lane.LOOK).orElseThrow();
            assertThat(queue.claim(LANE)).as("while a look runs").isEmpty();
            assertThat(queue.done(look, () -> {})).isTrue();
            Job first = queue.claim(LANE).orElseThrow();
            assertThat(first.subject()).isEqualTo("a");
            assertThat(queue.progress(JobKind.MEASURE, "a").orElseThrow().stage())
                    .isEqualTo(Stage.RUNNING);
            assertThat(queue.done(first, () -> {})).isTrue();
            assertThat(queue.done(first, () -> {
                        throw new AssertionError("twice");
                    }))
                    .isFalse();
            assertThat(queue.claim(LANE).orElseThrow().subject()).isEqualTo("b");
            assertThat(queue.claim(LANE)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasInterruptedHasAnotherTurnAfterFreshJobsButNotForEver(TestDatabase kind) {
        try (ClinicDatabase database = kind.open(folder)) {
            JobQueue queue = new JobQueue(database, new Ticking());
            queue.enqueue(JobKind.MEASURE, "deadly");
            for (int attempt = 1; attempt < JobQueue.MOST_ATTEMPTS; attempt++) {
                assertThat(queue.claim(LANE).orElseThrow().subject()).isEqualTo("deadly");
                queue.recover(LANE); // the process was killed and started again
            }
            queue.enqueue(JobKind.MEASURE, "fresh");
            assertThat(queue.claim(LANE).orElseThrow().subject()).isEqualTo("fresh");
            assertThat(queue.claim(LANE).orElseThrow().subject()).isEqualTo("deadly");
            queue.recover(LANE);
            assertThat(queue.progress(JobKind.MEASURE, "deadly").orElseThrow())
                    .returns(Stage.FAILED, Progress::stage)
                    .returns(true, p -> p.problem().isPresent());
            assertThat(queue.claim(LANE).orElseThrow().subject()).isEqualTo("fresh");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aResultIsKeptWithItsJobOrNotAtAll(TestDatabase kind) {
        try (ClinicDatabase database = kind.open(folder)) {
            JobQueue queue = new JobQueue(database, new Ticking());
            queue.enqueue(JobKind.MEASURE, "a");
            Job job = queue.claim(LANE).orElseThrow();
            queue.enqueue(JobKind.MEASURE, "a"); // once more while it runs, as after a correction
            queue.recover(LANE);
            assertThat(queue.done(job, () -> {
                        throw new AssertionError("its turn is the later one's");
                    }))
                    .isFalse();
            Job later = queue.claim(LANE).orElseThrow();
            queue.forget("a");
            assertThat(queue.done(later, () -> {
                        throw new AssertionError("there is no such job");
                    }))
                    .isFalse();
            assertThat(queue.open()).isZero();
        }
    }

    /** A clock whose every reading is later. */
    private static final class Ticking extends Clock {
        private long millis;

        @Override
        public java.time.ZoneId getZone() {
            return java.time.ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public java.time.Instant instant() {
            return java.time.Instant.ofEpochMilli(++millis);
        }
    }
}
