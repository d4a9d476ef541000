package org.dorsum.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dorsum.assess.Assessment;
import org.dorsum.measure.Metric;
import org.dorsum.report.DataDictionary.Table;
import org.dorsum.support.Pictures;
import org.junit.jupiter.api.Test;

class DataDictionaryTest {
    private static final Assessment.Method METHOD = new Assessment.Method("1.2.3", "cd".repeat(32), "finder 1");

    @Test
    void theDocumentIsWhatTheCommandPrints() {
        assertThat(Path.of("docs", "data-dictionary.md"))
                .as("./dorsum dictionary --out docs/data-dictionary.md makes it anew")
                .content()
                .isEqualTo(DictionaryText.markdown());
    }

    @Test
    void everyMetricIsDescribedWithASectionThatExists() throws IOException {
        assertThat(DataDictionary.metrics()).extracting(Column::name).contains(names());
        Set<String> headings = Files.readAllLines(Path.of("docs", "methods.md")).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3))
                .collect(Collectors.toSet());
        for (Column c : all()) {
            assertThat(headings).as(c.name()).contains(c.section());
            assertThat(c.meaning()).as(c.name()).isNotBlank();
        }
    }

    private static String[] names() {
        return java.util.stream.Stream.of(Metric.values()).map(Metric::label).toArray(String[]::new);
    }

    private static List<Column> all() {
        List<Column> all = new ArrayList<>(DataDictionary.metrics());
        for (Table table : Table.values()) {
            all.addAll(table.columns());
        }
        return all;
    }

    /** What is promised about cells holds for cells: of a measured, a rejected and a failed photo. */
    @Test
    void cellsKeepWhatTheDictionaryPromises() throws IOException {
        Assessment none = Assessed.of(Pictures.photo("r.jpg", Pictures.black()));
        List<PhotoResult> results = List.of(
                Assessed.result("a.jpg"),
                Assessed.failed("b.jpg", "broken"),
                new PhotoResult(
                        "r.jpg", PhotoResult.Labels.none(), none.method(), new PhotoResult.Outcome.Assessed(none)));
        StringBuilder zones = new StringBuilder();
        for (PhotoResult result : results) {
            assertKept(Table.METRICS, MetricsCsv.cells(result));
            ZonesCsv.lines(result).forEach(zones::append);
        }
        try (CSVParser rows = CSVParser.parse(zones.toString(), CSVFormat.RFC4180)) {
            for (CSVRecord row : rows) {
                assertKept(Table.ZONES, row.toList());
            }
        }
    }

    private static void assertKept(Table table, List<String> cells) {
        assertThat(cells).hasSameSizeAs(table.columns());
        for (int i = 0; i < cells.size(); i++) {
            Column c = table.columns().get(i);
            String cell = cells.get(i);
            assertThat(cell.isEmpty() && c.required()).as(c.name()).isFalse();
            if (!cell.isEmpty() && !c.levels().isEmpty()) {
                assertThat(c.levels()).as(c.name()).contains(cell);
            }
            if (!cell.isEmpty() && c.type() != Column.Type.TEXT) {
                double value = Double.parseDouble(cell);
                c.range()
                        .least()
                        .ifPresent(least -> assertThat(value).as(c.name()).isGreaterThanOrEqualTo(least));
                c.range()
                        .most()
                        .ifPresent(most -> assertThat(value).as(c.name()).isLessThanOrEqualTo(most));
            }
        }
    }

    /** Reasons of scores are written where scores are made; here they are read out of that source. */
    @Test
    void reasonsOfAbsentScoresAreAllListed() throws IOException {
        String source = Files.readString(Path.of("src/main/java/org/dorsum/assess/Scorer.java"));
        List<String> codes = Pattern.compile("Absent\\(\\s*\"([a-z-]+)\"")
                .matcher(source)
                .results()
                .map(m -> m.group(1))
                .distinct()
                .toList();
        assertThat(codes).hasSizeGreaterThanOrEqualTo(5);
        assertThat(column(Table.ZONES, "not_measured_reason").levels()).containsAll(codes);
    }

    private static Column column(Table table, String name) {
        return table.columns().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void thePackageDescribesEveryColumnAndNamesTheMethod() throws IOException {
        String text = DataPackage.of(Map.of(Table.METRICS, "m.csv"), Optional.of(METHOD));
        assertThat(text).isEqualTo(DataPackage.of(Map.of(Table.METRICS, "m.csv"), Optional.of(METHOD)));
        JsonNode json = JsonMapper.builder().build().readTree(text);
        assertThat(json.get("resources")).hasSize(1);
        assertThat(json.at("/resources/0/path").asText()).isEqualTo("m.csv");
        assertThat(json.at("/dorsum/settingsSha256").asText()).isEqualTo("cd".repeat(32));
        JsonNode fields = json.at("/resources/0/schema/fields");
        assertThat(fields).hasSize(MetricsCsv.COLUMNS.size());
        for (int i = 0; i < fields.size(); i++) {
            assertThat(fields.get(i).get("name").asText()).isEqualTo(MetricsCsv.COLUMNS.get(i));
        }
        JsonNode vein = fields.get(MetricsCsv.COLUMNS.indexOf("vein_visibility"));
        assertThat(vein.get("type").asText()).isEqualTo("number");
        assertThat(vein.at("/constraints/maximum").asInt()).isEqualTo(4);
        assertThat(vein.get("methods").asText()).isEqualTo("methods.md#tone-redness-veins");
    }

    @Test
    void redcapGetsItsEighteenColumnsAndNamesItTakes() throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser rows = CSVParser.parse(DictionaryText.redcap(), format)) {
            assertThat(rows.getHeaderNames()).hasSize(18);
            List<CSVRecord> records = rows.getRecords();
            assertThat(records)
                    .extracting(r -> r.get("Variable / Field Name"))
                    .containsExactlyElementsOf(MetricsCsv.COLUMNS)
                    .allSatisfy(name -> assertThat(name).matches("[a-z][a-z0-9_]{0,25}"));
            assertThat(records).anySatisfy(r -> {
                assertThat(r.get("Variable / Field Name")).isEqualTo("aspect");
                assertThat(r.get("Field Type")).isEqualTo("radio");
                assertThat(r.get("Choices, Calculations, OR Slider Labels"))
                        .isEqualTo("dorsal, dorsal | palmar, palmar | unclear, unclear");
            });
        }
    }
}
