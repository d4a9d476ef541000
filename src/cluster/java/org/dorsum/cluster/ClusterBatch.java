package org.dorsum.cluster;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Measures the photos of a list on a cluster: one row each, the rows of {@code dorsum batch} to the last byte.
 *
 * <p>First every photo becomes text where its bytes are read; no pixel goes from one machine to another. The text (2 KB a photo,
 * 25 KB with zones) is written to {@value #ROWS}, below the folder for results. Then photos without a row are opened one by
 * one, so that each has one. In the end the rows are put in order and written as tables. The driver holds the list of
 * photos, about half a kilobyte each.
 */
final class ClusterBatch {
    static final String ROWS = "_rows";
    private static final String POSITION = "position";
    private static final int PHOTOS_A_TASK = 16; // about 15 s: little is lost with a machine, starting costs little

    private final SparkSession spark;
    private final JavaSparkContext context;
    private final MeasurePhotos measure;
    private final String out;

    private ClusterBatch(SparkSession spark, MeasurePhotos measure, String out) {
        this.spark = spark;
        this.context = new JavaSparkContext(spark.sparkContext());
        this.measure = measure;
        this.out = out;
    }

    /** A batch that measures with {@code kit} and writes into the folder {@code out}. */
    static ClusterBatch with(SparkSession spark, Kit kit, String out) {
        JavaSparkContext context = new JavaSparkContext(spark.sparkContext());
        Broadcast<Kit> kits = context.broadcast(kit);
        Configuration hadoop = spark.sessionState().newHadoopConf();
        return new ClusterBatch(
                spark, new MeasurePhotos(kits, context.broadcast(new SerializableConfiguration(hadoop))), out);
    }

    /**
     * Measures the photos; how many ended with which status.
     *
     * @param zones whether the long table is written
     * @param parts files that each table is cut into
     */
    Map<String, Long> run(Photos photos, boolean zones, int parts) throws IOException {
        List<String> written = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        if (photos.bulk().isPresent()) {
            written.add(write(photos.bulk().get(), "read"));
            keys.addAll(rows(written).select(Listed.KEY).as(Encoders.STRING()).collectAsList());
        }
        List<Row> missing = photos.listed().stream()
                .filter(photo -> !keys.contains(photo.key()))
                .map(Listed::row)
                .toList();
        if (!missing.isEmpty()) {
            int tasks = Math.max(2 * context.defaultParallelism(), missing.size() / PHOTOS_A_TASK);
            Dataset<Row> opened =
                    spark.createDataFrame(context.parallelize(missing, Math.min(missing.size(), tasks)), Listed.SCHEMA);
            written.add(write(opened, "opened"));
        }
        Dataset<Row> ordered = rows(written)
                .join(positions(photos.listed()), Listed.KEY)
                .repartitionByRange(parts, col(POSITION))
                .sortWithinPartitions(POSITION);
        Tables tables = new Tables(spark, out);
        tables.metrics(ordered);
        if (zones) {
            tables.zones(ordered);
        }
        Map<String, Long> counts = new HashMap<>();
        for (Row row : ordered.groupBy("status").count().collectAsList()) {
            counts.put(row.getString(0), row.getLong(1));
        }
        Path rows = new Path(out, ROWS);
        rows.getFileSystem(spark.sessionState().newHadoopConf()).delete(rows, true);
        return counts;
    }

    private String write(Dataset<Row> photos, String name) {
        String folder = new Path(new Path(out, ROWS), name).toString();
        photos.mapPartitions(measure, Encoders.row(MeasurePhotos.SCHEMA))
                .write()
                .parquet(folder);
        return folder;
    }

    private Dataset<Row> rows(List<String> folders) {
        return spark.read().schema(MeasurePhotos.SCHEMA).parquet(folders.toArray(String[]::new));
    }

    private Dataset<Row> positions(List<Listed> photos) {
        List<Row> positions = new ArrayList<>(photos.size());
        for (Listed photo : photos) {
            positions.add(RowFactory.create(photo.key(), (long) positions.size()));
        }
        StructType schema =
                new StructType().add(Listed.KEY, DataTypes.StringType).add(POSITION, DataTypes.LongType);
        return spark.createDataFrame(context.parallelize(positions), schema);
    }
}
