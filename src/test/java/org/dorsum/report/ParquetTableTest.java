package org.dorsum.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.dorsum.report.DataDictionary.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads back by the letter of the format's description; DuckDB reads the same, see docs/reading-tables.md. */
class ParquetTableTest {
    @TempDir
    Path folder;

    @Test
    void everyCellComesBack() throws IOException {
        PhotoResult measured = Assessed.result("hand, 1.jpg");
        Path csv = folder.resolve("m.csv");
        StringBuilder text = new StringBuilder(MetricsCsv.header());
        for (int i = 0; i < 150; i++) { // runs longer than 127 have a length of two bytes
            text.append(MetricsCsv.line(measured));
        }
        text.append(MetricsCsv.line(Assessed.failed("ü.jpg", "two\nlines")));
        Files.writeString(csv, text);
        assertSame(Table.METRICS, csv);
    }

    @Test
    void theLongTableComesBackInGroupsOfRows() throws IOException {
        List<String> lines = ZonesCsv.lines(Assessed.result("h.jpg"));
        Path csv = folder.resolve("z.csv");
        int photos = 20_000 / lines.size() + 2;
        Files.writeString(csv, ZonesCsv.header() + String.join("", lines).repeat(photos));
        assertSame(Table.ZONES, csv);
    }

    @Test
    void aTableWithoutRowsIsAFileWithoutRows() throws IOException {
        Path csv = folder.resolve("m.csv");
        Files.writeString(csv, MetricsCsv.header());
        assertSame(Table.METRICS, csv);
    }

    private void assertSame(Table table, Path csv) throws IOException {
        Path parquet = folder.resolve("t.parquet");
        ParquetTable.write(table, csv, parquet);
        byte[] first = Files.readAllBytes(parquet);
        ParquetTable.write(table, csv, parquet);
        assertThat(Files.readAllBytes(parquet)).as("the same bytes again").isEqualTo(first);
        assertThat(folder.resolve("t.parquet.part")).as("nothing is left over").doesNotExist();
        List<CSVRecord> rows = rows(csv);
        FileMetaData footer = footer(first);
        assertThat(footer.getNum_rows()).isEqualTo(rows.size());
        assertThat(footer.getSchema().stream().skip(1).map(e -> e.getName())).containsExactlyElementsOf(table.names());
        int start = 0;
        for (RowGroup group : footer.getRow_groups()) {
            for (int c = 0; c < table.columns().size(); c++) {
                List<String> expected = new ArrayList<>();
                for (int r = 0; r < group.getNum_rows(); r++) {
                    expected.add(rows.get(start + r).get(c));
                }
                assertColumn(
                        table.columns().get(c),
                        expected,
                        first,
                        group.getColumns().get(c).getMeta_data());
            }
            start += (int) group.getNum_rows();
        }
        assertThat(start).isEqualTo(rows.size());
    }

    private static List<CSVRecord> rows(Path csv) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(csv, StandardCharsets.UTF_8, format)) {
            return parser.getRecords();
        }
    }

    private static FileMetaData footer(byte[] file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(new String(file, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("PAR1");
        assertThat(new String(file, file.length - 4, 4, StandardCharsets.US_ASCII))
                .isEqualTo("PAR1");
        int length = bytes.getInt(file.length - 8);
        return Util.readFileMetaData(new ByteArrayInputStream(file, file.length - 8 - length, length));
    }

    private static void assertColumn(Column column, List<String> expected, byte[] file, ColumnMetaData meta)
            throws IOException {
        ByteArrayInputStream in =
                new ByteArrayInputStream(file, (int) meta.getData_page_offset(), (int) meta.getTotal_compressed_size());
        PageHeader header = Util.readPageHeader(in);
        byte[] page = new GZIPInputStream(in).readAllBytes();
        assertThat(page).hasSize(header.getUncompressed_page_size());
        ByteBuffer bytes = ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN);
        List<Boolean> there = levels(bytes, expected.size());
        for (int i = 0; i < expected.size(); i++) {
            String cell = expected.get(i);
            assertThat(there.get(i)).as(column.name()).isEqualTo(!cell.isEmpty());
            if (there.get(i)) {
                switch (column.type()) {
                    case NUMBER -> assertThat(bytes.getDouble()).isEqualTo(Double.parseDouble(cell));
                    case INTEGER -> assertThat(bytes.getLong()).isEqualTo(Long.parseLong(cell));
                    case TEXT -> {
                        byte[] text = new byte[bytes.getInt()];
                        bytes.get(text);
                        assertThat(new String(text, StandardCharsets.UTF_8)).isEqualTo(cell);
                    }
                }
            }
        }
        assertThat(bytes.remaining()).isZero();
    }

    private static List<Boolean> levels(ByteBuffer bytes, int count) {
        int end = bytes.getInt() + bytes.position();
        List<Boolean> there = new ArrayList<>();
        while (bytes.position() < end) {
            int length = 0;
            int shift = 0;
            int next;
            do {
                next = bytes.get();
                length |= (next & 0x7f) << shift;
                shift += 7;
            } while ((next & 0x80) != 0);
            boolean value = bytes.get() == 1;
            for (int i = 0; i < length >> 1; i++) {
                there.add(value);
            }
        }
        assertThat(there).hasSize(count);
        return there;
    }
}
