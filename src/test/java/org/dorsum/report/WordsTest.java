package org.dorsum.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dorsum.measure.Metric;
import org.dorsum.measure.NotMeasuredReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {
    private static final Path JAVA = Path.of("src/main/java/org/dorsum");
    private static final Path TEMPLATES = Path.of("src/main/resources/org/dorsum/report");
    private static final Pattern PLACE = Pattern.compile("\\{\\d\\}");

    private static String sources(Path folder, String ending) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(ending)).sorted().toList()) {
                all.append(Files.readString(file)).append('\n');
            }
        }
        return all.toString();
    }

    private static Set<String> found(String text, String pattern) {
        Set<String> found = new TreeSet<>();
        Matcher m = Pattern.compile(pattern).matcher(text);
        while (m.find()) {
            found.add(m.group(1));
        }
        return found;
    }

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaces() {
        Words en = Words.in(Language.EN);
        Words de = Words.in(Language.DE);
        assertThat(de.keys()).isEqualTo(en.keys());
        for (String key : en.keys()) {
            assertThat(places(de.get(key))).as(key).isEqualTo(places(en.get(key)));
        }
    }

    private static Set<String> places(String text) {
        return found(text, "(" + PLACE.pattern() + ")");
    }

    @Test
    void everyKeyOfTheTemplatesIsThere() throws IOException {
        assertThat(found(sources(TEMPLATES, ".html"), "#\\{([a-zA-Z0-9.]+)"))
                .hasSizeGreaterThan(80)
                .isSubsetOf(Words.english().keys());
    }

    /** A key is written out in a template or in Java, or begins or ends with a part that is. */
    @Test
    void noKeyIsUnused() throws IOException {
        String java = sources(JAVA.resolve("report"), ".java");
        Set<String> used = found(sources(TEMPLATES, ".html"), "#\\{([a-zA-Z0-9.]+)");
        used.addAll(found(java, "\"([a-z]+(?:\\.[a-zA-Z0-9-]+)+)\""));
        used.addAll(Set.of("range", "fates")); // of one part
        Set<String> prefixes = found(java, "\"([a-z]+(?:\\.[a-z]+)*\\.)\"");
        prefixes.removeAll(Set.of("headline.")); // told apart below
        List<String> unused = Words.english().keys().stream()
                .filter(key -> !used.contains(key))
                .filter(key -> prefixes.stream().noneMatch(key::startsWith))
                .filter(key -> !key.matches("headline\\.(improved|mixed|worse)"))
                .toList();
        assertThat(unused).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void everyMetricHasItsWords(Metric metric) {
        for (Language language : Language.values()) {
            Wording wording = new Wording(Words.in(language));
            assertThat(wording.name(metric)).isNotBlank();
            assertThat(wording.meaning(metric)).isNotBlank();
            assertThat(wording.unit(metric)).isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource(NotMeasuredReason.class)
    void everyReasonIsKnown(NotMeasuredReason reason) {
        assertThat(Phrases.known(reason.text())).isTrue();
        assertThat(Words.in(Language.DE).said(reason.text())).isNotEqualTo(reason.text());
    }

    /** Whoever adds a finding adds its German words. */
    @Test
    void everyFindingIsKnown() throws IOException {
        Set<String> codes = found(sources(JAVA, ".java"), "new Finding\\(\\s*\"([a-z0-9-]+)\"");
        assertThat(codes).hasSizeGreaterThan(30);
        assertThat(codes.stream().map(code -> "said." + code))
                .isSubsetOf(Words.english().keys());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "No hand was found in the photo. | Im Foto wurde keine Hand gefunden.",
                "Only 42 % of the skin is seen well in both photos. | Nur 42 % der Haut sind in beiden Fotos gut zu sehen.",
                "The photo is out of focus or shaken: the narrowest line it shows is 0.7 mm wide. | Das Foto ist unscharf"
                        + " oder verwackelt: Die schmalste Linie, die es zeigt, ist 0,7 mm breit.",
                "a.jpg: No hand was found in the photo. | a.jpg: Im Foto wurde keine Hand gefunden.",
                "Photographed 3 days after a treatment: redness may still be that of the treatment. | 3 Tage nach einer"
                        + " Behandlung fotografiert: Rötung kann noch von der Behandlung stammen.",
                "What nobody has translated. | What nobody has translated.",
            })
    void whatOthersSayIsSaidInGerman(String english, String german) {
        assertThat(Words.in(Language.DE).said(english)).isEqualTo(german);
        assertThat(Words.in(Language.EN).said(english)).isEqualTo(english);
    }

    @Test
    void numbersAreWrittenAsTheLanguageDoes() {
        Words de = Words.in(Language.DE);
        assertThat(de.fixed(-1.25, 2)).isEqualTo("−1,25");
        assertThat(de.signedPercent(0.44)).isEqualTo("+0,4\u00a0%");
        assertThat(de.interval(-25, 0.5)).isEqualTo("−25 bis +0,5\u00a0%");
        assertThat(Words.english().fixed(-1.25, 2)).isEqualTo("−1.25");
        assertThat(de.list(List.of("a", "b", "c"))).isEqualTo("a, b und c");
        assertThat(de.list(List.of("a"))).isEqualTo("a");
    }

    @Test
    void aMissingKeyIsAMistake() {
        assertThatThrownBy(() -> Words.english().get("no.such.key")).isInstanceOf(IllegalArgumentException.class);
    }
}
