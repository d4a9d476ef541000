package org.dorsum.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
    private static final Reports ENGLISH = Reports.in(Language.EN);

    private static String comparison(String before) {
        return ENGLISH.comparison(
                        Assessed.comparison(before, "after.jpg"),
                        Assessed.examination(before),
                        Assessed.examination("after.jpg"))
                .html()
                .replace('\u00a0', ' ');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>.jpg",
                "\"><img src=x onerror=alert(1)>.jpg",
                "' onload='alert(1).jpg",
                "${T(java.lang.Runtime).getRuntime().exec('x')} [[${1+1}]].jpg"
            })
    void aHostileNameIsText(String name) {
        for (String page : List.of(
                comparison(name),
                ENGLISH.photos(List.of(ENGLISH.sheet(Assessed.examination(name))))
                        .html())) {
            assertThat(page)
                    .doesNotContain("<script>alert")
                    .doesNotContain("<img src=x")
                    .doesNotContain("' onload='");
            assertThat(page).doesNotContain("[[2]]").contains(".jpg");
        }
    }

    @Test
    void aPageNeedsNothingElse() {
        String page = comparison("b.jpg");
        assertThat(page).doesNotContainPattern("(src|href)=[\"']?(https?:|//|/)");
        assertThat(page).doesNotContainPattern("url\\([\"']?(https?:|//)").doesNotContain("@import");
        assertThat(page).doesNotContain(" th:").contains("data:image/jpeg;base64,");
        assertThat(page.length()).isLessThan(1_500_000);
    }

    @Test
    void theVerdictIsInPlainWords() {
        String page = comparison("b.jpg");
        assertThat(page).contains("Improved: roughness. Worse: spot count.");
        assertThat(page)
                .contains("Roughness fell by 18 % (95 % interval −25 to −11 %); photographing the same hand again"
                        + " would alone explain up to ±12 %.");
        assertThat(page).contains("The light differs.").contains("Use the same.");
        assertThat(page).contains("Not a medical device").contains("vein visibility");
        assertThat(page).contains("type=\"range\"").contains("aria-label=\"Change −18 %");
    }

    @Test
    void photosThatDoNotFitStandSideBySideWithoutASlider() {
        String page = ENGLISH.comparison(
                        Assessed.incomparable("b.jpg", "a.jpg"),
                        Assessed.examination("b.jpg"),
                        Assessed.examination("a.jpg"))
                .html();
        assertThat(page)
                .contains("cannot be compared")
                .contains("One is a palm.")
                .contains("Turn it over.");
        assertThat(page).doesNotContain("type=\"range\"").doesNotContain("class=\"changes\"");
    }

    @Test
    void everyPhotoHasItsSheet() {
        PhotoSheet one = ENGLISH.sheet(Assessed.examination("one.jpg"));
        PhotoSheet two = ENGLISH.sheet(Assessed.examination("two.jpg"));
        String page = ENGLISH.photos(List.of(one, two)).html();
        assertThat(page)
                .contains("one.jpg")
                .contains("two.jpg")
                .contains("id=\"zone0\"")
                .contains("id=\"zone1\"");
    }
}
