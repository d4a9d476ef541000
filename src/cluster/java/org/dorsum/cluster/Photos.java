package org.dorsum.cluster;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The photos of a run in the order of their rows, and, where there is one, a table that Spark reads them from with their bytes.
 * What that table leaves out, executors open one by one.
 *
 * @param bulk columns of {@link Listed#SCHEMA}, with {@code content}
 */
record Photos(List<Listed> listed, Optional<Dataset<Row>> bulk) {

    /** Copies the list. */
    Photos {
        listed = List.copyOf(listed);
    }

    /**
     * Lists what {@code source} names: a folder, a pattern, a photo, a list ({@code .csv}), a table ({@code .parquet}).
     *
     * @throws SourceException if it names nothing that can be listed
     */
    static Photos of(SparkSession spark, String source) throws SourceException {
        try {
            Path path = new Path(source);
            FileSystem files = path.getFileSystem(spark.sessionState().newHadoopConf());
            boolean there = files.exists(path);
            String name = path.getName().toLowerCase(Locale.ROOT);
            if (there && name.endsWith(".csv")) {
                return new Photos(ListedTable.ofCsv(files, path), Optional.empty());
            }
            if (name.endsWith(".parquet")) {
                return ParquetPhotos.of(spark, files, path);
            }
            FileStatus[] roots = there ? new FileStatus[] {files.getFileStatus(path)} : files.globStatus(path);
            if (roots == null || roots.length == 0) {
                throw new SourceException(
                        source + ": there is no such folder, list or photo, and nothing fits it as a pattern");
            }
            return FolderPhotos.of(spark, files, path, there, List.of(roots));
        } catch (IOException | IllegalArgumentException e) {
            throw new SourceException(source + ": cannot be read: " + firstLine(e));
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage())
                .lines()
                .findFirst()
                .orElse(e.getClass().getSimpleName());
    }
}
