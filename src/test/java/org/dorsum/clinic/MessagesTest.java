package org.dorsum.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dorsum.clinic.clients.Concern;
import org.dorsum.clinic.clients.Condition;
import org.dorsum.clinic.clients.Step;
import org.dorsum.clinic.people.Role;
import org.dorsum.measure.Metric;
import org.junit.jupiter.api.Test;

/** Both languages say the same things, and nothing is said that no page shows. */
class MessagesTest {
    private static final Path PAGES = Path.of("src/main/resources/org/dorsum/clinic/pages");
    private static final Path CODE = Path.of("src/main/java/org/dorsum/clinic");
    private static final Pattern KEY = Pattern.compile("#\\{([a-z][A-Za-z0-9_.-]*)[}(]|messages\\.msg\\('([a-z.-]+)'");
    private static final Pattern PREFIX = Pattern.compile("#\\{'([a-z.]+\\.)'|messages\\.msg\\('([a-z]+\\.)'");
    private static final Pattern REFUSAL =
            Pattern.compile("(?:Refused|NotTaken)\\((?:HttpStatus\\.\\w+, )?\"([a-z]+\\.[a-z]+)\"");
    private static final Pattern FLASH = Pattern.compile("\"message\", \"([a-z.]+)\"");

    private static Properties bundle(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(MessagesTest.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    private static String all(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            StringBuilder text = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        return found;
    }

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaces() throws IOException {
        Properties english = bundle("messages.properties");
        Properties german = bundle("messages_de.properties");
        assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            Pattern place = Pattern.compile("(\\{\\d})");
            assertThat(found(place, german.getProperty(key))).as(key).isEqualTo(found(place, english.getProperty(key)));
            assertThat(german.getProperty(key)).as(key).isNotBlank().doesNotContain("'");
        }
    }

    @Test
    void everyKeyOfAPageExists() throws IOException {
        Set<String> keys = bundle("messages.properties").stringPropertyNames();
        assertThat(keys)
                .containsAll(found(KEY, all(PAGES)).stream()
                        .filter(k -> !k.endsWith(".")) // the rest of the key is a value
                        .toList());
        String code = all(CODE);
        assertThat(keys)
                .containsAll(
                        found(REFUSAL, code).stream().map(k -> "problem." + k).toList());
        assertThat(keys)
                .containsAll(found(FLASH, code).stream()
                        .filter(k -> !k.endsWith("."))
                        .map(k -> "message." + k)
                        .toList());
    }

    @Test
    void everyConstantHasWords() throws IOException {
        Set<String> keys = bundle("messages.properties").stringPropertyNames();
        assertThat(keys)
                .containsAll(labels("metric.", Metric.headlines().stream().map(Metric::label)));
        assertThat(keys).containsAll(labels("role.", Stream.of(Role.values()).map(Role::label)));
        assertThat(keys)
                .containsAll(labels("concern.", Stream.of(Concern.values()).map(Concern::label)));
        assertThat(keys)
                .containsAll(labels("condition.", Stream.of(Condition.values()).map(Condition::label)));
        assertThat(keys).containsAll(labels("step.", Stream.of(Step.values()).map(Step::label)));
    }

    private static List<String> labels(String prefix, Stream<String> labels) {
        return labels.map(l -> prefix + l).toList();
    }

    @Test
    void noKeyIsUnused() throws IOException {
        String pages = all(PAGES);
        Set<String> used = found(KEY, pages);
        Set<String> prefixes = found(PREFIX, pages);
        Set<String> unused = bundle("messages.properties").stringPropertyNames().stream()
                .filter(k -> !used.contains(k) && prefixes.stream().noneMatch(k::startsWith))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unused).isEmpty();
    }
}
