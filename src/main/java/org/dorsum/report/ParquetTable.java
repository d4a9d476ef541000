package org.dorsum.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.Util;
import org.dorsum.report.DataDictionary.Table;

/**
 * A table as a Parquet file, made of the CSV file when it is complete: text as UTF-8, numbers as doubles, counts of pixels as
 * 64-bit integers, an empty cell as null. The doubles are the decimals of the CSV file.
 *
 * <p>The format's own structures come from Apache Parquet; what is written between them is its plainest form: groups of
 * {@value #GROUP} rows, in each one page a column, values plain, gzip. Only one group is in memory.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/">the format</a>
 */
public final class ParquetTable {
    private static final int GROUP = 20_000;
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    private final Table table;
    private final ParquetColumns.Out out;
    private final List<RowGroup> groups = new ArrayList<>();
    private long rows;

    private ParquetTable(Table table, ParquetColumns.Out out) {
        this.table = table;
        this.out = out;
    }

    /**
     * Writes {@code parquet} anew, whole or not at all.
     *
     * @param csv a table that Dorsum wrote
     */
    public static void write(Table table, Path csv, Path parquet) throws IOException {
        Path part = parquet.resolveSibling(parquet.getFileName() + ".part");
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try {
            try (BufferedReader in = Files.newBufferedReader(csv);
                    CSVParser records = CSVParser.parse(in, format);
                    ParquetColumns.Out out = new ParquetColumns.Out(Files.newOutputStream(part))) {
                new ParquetTable(table, out).write(records);
            }
            Files.move(part, parquet, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void write(CSVParser records) throws IOException {
        out.write(MAGIC);
        List<CSVRecord> group = new ArrayList<>();
        for (CSVRecord record : records) {
            group.add(record);
            if (group.size() == GROUP) {
                write(group);
                group.clear();
            }
        }
        if (!group.isEmpty()) {
            write(group);
        }
        long start = out.position();
        FileMetaData footer = new FileMetaData(1, schema(), rows, groups);
        footer.setCreated_by("dorsum");
        Util.writeFileMetaData(footer, out);
        out.write(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) (out.position() - start))
                .array());
        out.write(MAGIC);
    }

    private void write(List<CSVRecord> group) throws IOException {
        List<ColumnChunk> chunks = new ArrayList<>();
        long bytes = 0;
        for (Column column : table.columns()) {
            List<String> cells = group.stream().map(r -> r.get(column.name())).toList();
            ColumnChunk chunk = ParquetColumns.write(column, cells, out);
            bytes += chunk.getMeta_data().getTotal_uncompressed_size();
            chunks.add(chunk);
        }
        groups.add(new RowGroup(chunks, bytes, group.size()));
        rows += group.size();
    }

    private List<SchemaElement> schema() {
        List<SchemaElement> elements = new ArrayList<>();
        SchemaElement root = new SchemaElement("dorsum_" + table.label());
        root.setNum_children(table.columns().size());
        elements.add(root);
        for (Column column : table.columns()) {
            SchemaElement element = new SchemaElement(column.name());
            element.setType(ParquetColumns.type(column));
            element.setRepetition_type(FieldRepetitionType.OPTIONAL);
            if (column.type() == Column.Type.TEXT) {
                element.setConverted_type(ConvertedType.UTF8);
                element.setLogicalType(LogicalType.STRING(new StringType()));
            }
            elements.add(element);
        }
        return elements;
    }
}
