package org.dorsum.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dorsum.assess.Assessor;
import org.dorsum.compare.CoursePlan.Photo;
import org.dorsum.hand.HandNetwork;
import org.dorsum.hand.NetworkHandFinder;
import org.dorsum.measure.Metric;
import org.dorsum.photo.PhotoReader;
import org.dorsum.photo.UnreadablePhotoException;
import org.dorsum.stats.Estimate;
import org.junit.jupiter.api.Test;

/** The rendered course of sample-images from files to trend: roughness falls by 30 % over three equal steps. */
class SampleCourseTest {
    private static Photo photo(int session) {
        String name = "session-" + session + ".jpg";
        return new Photo(
                name,
                Path.of("sample-images/course", name),
                "subject-1",
                String.valueOf(session),
                "right",
                "yes",
                "",
                "",
                "");
    }

    @Test
    void theTruthLiesWithinTheIntervals() throws Exception {
        Assessor assessor = Assessor.with(NetworkHandFinder.with(HandNetwork.open(Path.of("models/hand"))));
        CoursePlan plan = CoursePlan.of(List.of(photo(1), photo(2), photo(4)));
        PhotoReader reader = PhotoReader.withDefaults();
        HandCourse course = Course.with(Comparer.with(assessor))
                .follow(plan.hands().get(0), p -> {
                    try {
                        return Optional.of(assessor.examine(reader.read(p.path())));
                    } catch (UnreadablePhotoException e) {
                        throw new IllegalStateException(e);
                    }
                });
        assertThat(course.problem()).isEmpty();
        assertThat(course.steps()).hasSize(2).allMatch(HandCourse.Step::comparable);
        Change.Outcome.Compared last =
                course.steps().get(1).change(Metric.ROUGHNESS_INDEX).orElseThrow();
        assertThat(last.changePercent()).isNegative();
        // Relief fell by 30 %; the index shows −28 % for −35 % of the rendered pair (docs/validation.md), so −24 %
        // here.
        assertThat(last.lowPercent()).isLessThan(-24);
        MetricCourse roughness = course.metrics().stream()
                .filter(m -> m.metric() == Metric.ROUGHNESS_INDEX)
                .findFirst()
                .orElseThrow();
        assertThat(roughness.sessions()).isEqualTo(3);
        Estimate slope = roughness.trend().orElseThrow();
        assertThat(slope.low()).isLessThan(0);
        assertThat(slope.low()).isLessThan(-8.7); // −24 % in three sessions
        assertThat(slope.value()).isBetween(-11.2, 0.0); // no more than the relief's own −30 % in three
        assertThat(roughness.levelling().verdict()).isNotEqualTo(MetricCourse.Verdict.NOT_ENOUGH_SESSIONS);
    }
}
