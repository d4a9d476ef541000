package org.dorsum.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.dorsum.report.Column;
import org.dorsum.report.DataDictionary.Table;
import org.dorsum.report.MetricsCsv;
import org.dorsum.report.ZonesCsv;

/**
 * Ordered lines become tables: {@code metrics.csv/part-00000.csv} and so on, each part with the first line and the lines as
 * {@code batch} writes them, and {@code metrics.parquet}, whose columns have the types of {@code batch --format parquet}.
 */
final class Tables {
    private static final String LINE_END = "\r\n";

    private final SparkSession spark;
    private final String out;

    Tables(SparkSession spark, String out) {
        this.spark = spark;
        this.out = out;
    }

    /** Folders that are written below the one for results. */
    static List<String> names() {
        return List.of("metrics.csv", "metrics.parquet", "zones.csv", "zones.parquet");
    }

    void metrics(Dataset<Row> ordered) throws IOException {
        csv(ordered, "metrics", MetricsCsv.header());
        parquet(ordered, "metrics", Table.METRICS);
    }

    void zones(Dataset<Row> ordered) throws IOException {
        csv(ordered, "zones", ZonesCsv.header());
        parquet(ordered, "zones", Table.ZONES);
    }

    private void csv(Dataset<Row> ordered, String column, String header) throws IOException {
        Path folder = new Path(out, column + ".csv");
        ordered.select(column)
                .mapPartitions(new WithHeader(header), Encoders.STRING())
                .write()
                .option("lineSep", LINE_END)
                .text(folder.toString());
        FileSystem files = folder.getFileSystem(spark.sessionState().newHadoopConf());
        FileStatus[] parts = files.listStatus(folder, path -> path.getName().startsWith("part-"));
        java.util.Arrays.sort(parts);
        for (int i = 0; i < parts.length; i++) {
            files.rename(parts[i].getPath(), new Path(folder, String.format(Locale.ROOT, "part-%05d.csv", i)));
        }
    }

    private void parquet(Dataset<Row> ordered, String column, Table table) {
        ordered.select(column)
                .flatMap(new Cells(table), Encoders.row(schema(table)))
                .write()
                .parquet(new Path(out, column + ".parquet").toString());
    }

    private static StructType schema(Table table) {
        StructType schema = new StructType();
        for (Column column : table.columns()) {
            schema = schema.add(column.name(), type(column));
        }
        return schema;
    }

    private static DataType type(Column column) {
        return switch (column.type()) {
            case TEXT -> DataTypes.StringType;
            case INTEGER -> DataTypes.LongType;
            case NUMBER -> DataTypes.DoubleType;
        };
    }

    /** Lines without their last line end, which the writer adds; before them the first line of the table. */
    private static final class WithHeader implements MapPartitionsFunction<Row, String> {
        private static final long serialVersionUID = 1L;

        private final String header;

        WithHeader(String header) {
            this.header = plain(header);
        }

        private static String plain(String lines) {
            return lines.substring(0, lines.length() - LINE_END.length());
        }

        @Override
        public Iterator<String> call(Iterator<Row> rows) {
            return new Iterator<>() {
                private String next = header;
                private boolean there = true;

                @Override
                public boolean hasNext() {
                    while (!there && rows.hasNext()) {
                        String lines = rows.next().getString(0);
                        there = !lines.isEmpty();
                        next = there ? plain(lines) : "";
                    }
                    return there;
                }

                @Override
                public String next() {
                    if (!hasNext()) {
                        throw new java.util.NoSuchElementException();
                    }
                    there = false;
                    return next;
                }
            };
        }
    }

    /** Lines as typed cells; an empty cell is null. */
    private static final class Cells implements FlatMapFunction<Row, Row> {
        private static final long serialVersionUID = 1L;

        private final Table table;

        Cells(Table table) {
            this.table = table;
        }

        @Override
        public Iterator<Row> call(Row lines) throws IOException {
            List<Row> rows = new ArrayList<>();
            try (CSVParser records = CSVParser.parse(lines.getString(0), CSVFormat.RFC4180)) {
                for (CSVRecord record : records) {
                    Object[] cells = new Object[record.size()];
                    for (int i = 0; i < cells.length; i++) {
                        cells[i] = cell(table.columns().get(i).type(), record.get(i));
                    }
                    rows.add(RowFactory.create(cells));
                }
            }
            return rows.iterator();
        }

        private static @org.jspecify.annotations.Nullable Object cell(Column.Type type, String text) {
            if (text.isEmpty()) {
                return null;
            }
            return switch (type) {
                case TEXT -> text;
                case INTEGER -> Long.valueOf(text);
                case NUMBER -> Double.valueOf(text);
            };
        }
    }
}
