package org.dorsum.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dorsum.compare.CoursePlan.Photo;
import org.dorsum.compare.CoursePlan.UnusableCourseException;
import org.dorsum.photo.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoursePlanTest {
    /** Rows of {@code subject,session,hand,treated,arm,treatment_date,date}. */
    private static CoursePlan plan(String... rows) throws UnusableCourseException {
        return CoursePlan.of(Arrays.stream(rows)
                .map(row -> {
                    String[] c = row.split(",", -1);
                    return new Photo("f", Path.of("f"), c[0], c[1], c[2], c[3], c[4], c[5], c[6]);
                })
                .toList());
    }

    private static List<String> order(String... sessions) throws UnusableCourseException {
        CoursePlan plan =
                plan(Arrays.stream(sessions).map(s -> "a," + s + ",,,,,").toArray(String[]::new));
        return plan.hands().get(0).sessions().stream()
                .map(CoursePlan.Session::label)
                .toList();
    }

    @Test
    void datesNumbersAndNamesHaveTheirOrders() throws UnusableCourseException {
        assertThat(order("2026-11-27", "2025-12-01", "2026-02-03"))
                .containsExactly("2025-12-01", "2026-02-03", "2026-11-27");
        assertThat(order("10", "9", "0.5")).containsExactly("0.5", "9", "10");
        assertThat(order("visit 10", "visit 9", "visit 1")).containsExactly("visit 1", "visit 9", "visit 10");
    }

    @Test
    void timeIsCountedInWhatSessionsAreNamedBy() throws UnusableCourseException {
        CoursePlan weeks = plan("a,2026-11-20,,,,,", "a,2026-11-06,,,,,");
        assertThat(weeks.time()).isEqualTo(CoursePlan.Time.WEEK);
        assertThat(weeks.hands().get(0).sessions().get(1).time()).isCloseTo(2, within(1e-12));
        CoursePlan numbers = plan("a,1,,,,,", "a,4,,,,,");
        assertThat(numbers.hands().get(0).sessions().get(1).time()).isEqualTo(4);
        CoursePlan names = plan("a,first,,,,,", "a,second,,,,,");
        assertThat(names.time()).isEqualTo(CoursePlan.Time.SESSION);
    }

    @Test
    void twoAndTwoPointNoughtAreOneSession() throws UnusableCourseException {
        CoursePlan plan = plan("a,1,,,,,", "a,2,,,,,", "a,2.0,,,,,");
        assertThat(plan.hands().get(0).sessions()).hasSize(2);
        assertThat(plan.hands().get(0).sessions().get(1).photos()).hasSize(2);
    }

    @Test
    void handsAreKeptApartAndDaysCounted() throws UnusableCourseException {
        CoursePlan plan = plan(
                "a,2026-11-01,left,yes,x,,",
                "a,2026-11-20,left,,x,2026-11-15,",
                "a,2026-11-01,right,no,x,,",
                "a,2026-11-20,right,no,x,,");
        assertThat(plan.hands()).hasSize(2);
        assertThat(plan.hands().get(0).treated()).isEqualTo(Optional.of(true));
        assertThat(plan.hands().get(1).treated()).isEqualTo(Optional.of(false));
        assertThat(plan.hands().get(0).sessions().get(1).daysSinceTreatment()).isEqualTo(Optional.of(5L));
        assertThat(plan.hands().get(1).sessions().get(1).daysSinceTreatment()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",1,,,,,;a,2,,,,,|has no subject",
                "a,1,,,,,;a,,,,,,|has no session",
                "a,1,,,,,;b,1,,,,,|no hand has two sessions",
                "a,1,,,,,;a,1,,,,,|no hand has two sessions",
                "a,1,left,,,,;a,2,,,,,|some photos name the hand",
                "a,1,,maybe,,,;a,2,,,,,|treated is yes, no or empty",
                "a,1,,yes,,,;a,2,,no,,,|treated is both",
                "a,1,,,x,,;a,2,,,y,,|arm is both",
                "a,1,,,,,27.11.2026;a,2,,,,,|date is a date as",
                "a,2026-13-01,,,,,;a,2026-11-01,,,,,|session is a date as",
                "a,1,,,,2026-11-02,2026-11-01;a,2,,,,,|lies after the photo",
            })
    void badListsSayWhatToDo(String rows, String why) {
        assertThatThrownBy(() -> plan(rows.split(";", -1)))
                .isInstanceOf(UnusableCourseException.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource({"0,2", "6,2", "7,1", "13,1", "14,0", "400,0"})
    void warningsEndAfterAWeekAndTwo(long days, int warnings) {
        assertThat(SinceTreatment.warnings(days))
                .hasSize(warnings)
                .allMatch(f -> f.severity() == Finding.Severity.WARNING);
        assertThat(SinceTreatment.warnings(0).get(0).code()).isEqualTo("relief-soon-after-treatment");
        assertThatThrownBy(() -> SinceTreatment.warnings(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
