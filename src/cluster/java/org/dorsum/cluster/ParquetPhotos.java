package org.dorsum.cluster;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.BinaryType;
import org.dorsum.photo.NaturalOrder;

/**
 * Photos of a Parquet table with a column {@code file} or {@code path} and, if wanted, {@code subject}, {@code session}, {@code
 * hand}, and {@code content}: the photos themselves. Rows come in natural order of the names.
 */
final class ParquetPhotos {
    private ParquetPhotos() {}

    static Photos of(SparkSession spark, FileSystem files, Path path) throws IOException, SourceException {
        if (!files.exists(path)) {
            throw new SourceException(path + ": there is no such table");
        }
        Dataset<Row> table;
        try {
            table = spark.read().parquet(files.makeQualified(path).toString());
        } catch (Exception e) { // Spark's own are checked and undeclared
            throw new SourceException(path + ": no Parquet table");
        }
        Set<String> columns = new HashSet<>(Arrays.asList(table.columns()));
        String name = columns.contains("file") ? "file" : "path";
        if (!columns.contains(name)) {
            throw new SourceException(
                    path + ": has neither a column \"file\" nor \"path\", only " + String.join(", ", table.columns()));
        }
        boolean inside = columns.contains(Listed.CONTENT)
                && table.schema().apply(Listed.CONTENT).dataType() instanceof BinaryType;
        Dataset<Row> photos = table.select(
                col(name).cast("string").as(Listed.KEY),
                col(name).cast("string").as("file"),
                col(name).cast("string").as("path"),
                label(columns, "subject"),
                label(columns, "session"),
                label(columns, "hand"),
                lit(null).cast("string").as("problem"),
                inside ? col(Listed.CONTENT) : lit(null).cast("binary").as(Listed.CONTENT));
        List<Listed> listed = listed(photos.drop(Listed.CONTENT), path);
        if (inside) {
            return new Photos(listed, Optional.of(photos));
        }
        List<Listed> numbered = new ArrayList<>();
        for (Listed photo : listed) {
            numbered.add(ListedTable.listed(
                    numbered.size(), photo.file(), path.getParent(), photo.labels(), Optional.empty()));
        }
        return new Photos(numbered, Optional.empty());
    }

    private static Column label(Set<String> columns, String name) {
        return (columns.contains(name) ? col(name) : lit(null)).cast("string").as(name);
    }

    private static List<Listed> listed(Dataset<Row> names, Path table) throws SourceException {
        List<Listed> photos = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Row row : names.collectAsList()) {
            if (row.isNullAt(0) || row.getString(0).isBlank()) {
                throw new SourceException(table + ": a row names no file");
            }
            Listed photo = Listed.of(row);
            if (!seen.add(photo.key())) {
                throw new SourceException(table + ": " + photo.file() + " is listed twice; keep one of them");
            }
            photo.labels()
                    .hand()
                    .filter(h -> !h.equals("left") && !h.equals("right"))
                    .ifPresent(h -> {
                        throw new IllegalArgumentException("hand is left, right or empty, not " + h);
                    });
            photos.add(photo);
        }
        photos.sort(Comparator.comparing(Listed::file, new NaturalOrder()));
        return photos;
    }
}
