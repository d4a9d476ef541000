package org.dorsum.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dorsum.measure.Metric;
import org.junit.jupiter.api.Test;

class CsvTest {
    /** As promised to scripts, letter by letter; {@code hand_finder} and {@code colour} were added at the end. */
    private static final String PROMISED =
            "file,subject,session,hand,status,reason,aspect,hand_confidence,width_px,height_px,scale_px_per_mm,"
                    + "scale_source,findings,roughness_index,scaliness_percent,line_density_mm_per_cm2,"
                    + "line_area_percent,line_width_mm,line_contrast_percent,line_anisotropy,spot_count,"
                    + "spot_area_percent,spot_density_per_10cm2,spot_contrast_de00,spot_load,tone_l,tone_a,tone_b,"
                    + "tone_ita_deg,tone_unevenness_de00,redness_index,redness_area_percent,vein_visibility,"
                    + "score_texture,score_lines,score_spots,score_tone,score_overall,tool_version,photo_sha256,"
                    + "settings_sha256,model_sha256,hand_finder,colour\r\n";

    @Test
    void theColumnsAreThePromisedOnes() {
        assertThat(MetricsCsv.header()).isEqualTo(PROMISED);
        assertThat(ZonesCsv.header())
                .isEqualTo("file,zone,metric,value,unit,standard_error,not_measured_reason,colour\r\n");
    }

    @Test
    void aMeasuredPhotoFillsItsRow() throws IOException {
        CSVRecord row = only(MetricsCsv.header() + MetricsCsv.line(Assessed.result("hand 1.jpg")));
        assertThat(row.get("file")).isEqualTo("hand 1.jpg");
        assertThat(row.get("status")).isEqualTo("measured");
        assertThat(row.get("reason")).isEmpty();
        assertThat(row.get("hand")).as("the side found, where none is stated").isEqualTo("left");
        assertThat(row.get("aspect")).isEqualTo("dorsal");
        assertThat(row.get("width_px")).isEqualTo("560");
        assertThat(row.get("scale_px_per_mm")).isEqualTo("7");
        assertThat(row.get("scale_source")).isEqualTo("estimated");
        assertThat(Double.parseDouble(row.get("tone_l"))).isBetween(50.0, 90.0);
        assertThat(Double.parseDouble(row.get("vein_visibility"))).isBetween(0.0, 4.0);
        assertThat(row.get("score_overall")).as("without norms no score").isEmpty();
        assertThat(row.get("photo_sha256")).isEqualTo("ab".repeat(32));
        assertThat(row.get("model_sha256")).as("no network, no digest").isEmpty();
        assertThat(row.get("hand_finder")).isEqualTo("ellipse 1");
        assertThat(row.get("colour")).as("no card lies in the photo").isEqualTo("uncalibrated");
    }

    @Test
    void awkwardTextSurvivesTheTable() throws IOException {
        String file = "a \"b\",\nc;=1+1.jpg";
        CSVRecord row = only(MetricsCsv.header() + MetricsCsv.line(Assessed.failed(file, "x, \"y\"")));
        assertThat(row.get("file")).isEqualTo(file);
        assertThat(row.get("subject")).isEqualTo("A \"17\"");
        assertThat(row.get("session")).isEqualTo("2, spring");
        assertThat(row.get("status")).isEqualTo("failed");
        assertThat(row.get("reason")).isEqualTo("x, \"y\"");
        assertThat(row.get("scale_source")).isEqualTo("none");
        assertThat(row.get("model_sha256")).as("a digest is a model").isEqualTo("ef".repeat(32));
    }

    @Test
    void theLongTableHasEveryMetricWithValueOrReason() throws IOException {
        PhotoResult result = Assessed.result("h.jpg");
        List<CSVRecord> rows = rows(ZonesCsv.header() + String.join("", ZonesCsv.lines(result)));
        assertThat(rows).hasSize(Metric.values().length);
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.get("zone")).isEqualTo("dorsum");
            assertThat(row.get("value").isEmpty())
                    .isEqualTo(row.get("standard_error").isEmpty());
            assertThat(row.get("value").isEmpty())
                    .isNotEqualTo(row.get("not_measured_reason").isEmpty());
            assertThat(row.get("colour"))
                    .isEqualTo(row.get("metric").matches("(spot|tone|redness)_.*") ? "uncalibrated" : "");
        });
        assertThat(rows).anySatisfy(row -> assertThat(row.get("value")).isNotEmpty());
        assertThat(ZonesCsv.lines(Assessed.failed("f.jpg", "broken"))).isEmpty();
    }

    @Test
    void theLocaleDoesNotMatter() {
        PhotoResult result = Assessed.result("h.jpg");
        String expected = MetricsCsv.line(result) + String.join("", ZonesCsv.lines(result));
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(MetricsCsv.line(result) + String.join("", ZonesCsv.lines(result)))
                    .isEqualTo(expected);
            assertThat(Numbers.fixed(1234.5, 1)).isEqualTo("1234.5");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static CSVRecord only(String csv) throws IOException {
        List<CSVRecord> rows = rows(csv);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private static List<CSVRecord> rows(String csv) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(csv, format)) {
            return parser.getRecords();
        }
    }
}
