package org.dorsum.cluster;

import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.dorsum.report.PhotoResult.Labels;

/**
 * A photo that there will be a row of.
 *
 * @param key by which its row is found again; no two photos have the same
 * @param file how the tables name it
 * @param path where it is, as Hadoop writes it
 * @param problem why it cannot be measured, if that is known already
 */
record Listed(String key, String file, String path, Labels labels, Optional<String> problem) {
    static final String KEY = "key";
    static final String CONTENT = "content";

    /** What {@link MeasurePhotos} reads; {@code content} is null where the executor is to open {@code path}. */
    static final StructType SCHEMA = new StructType()
            .add(KEY, DataTypes.StringType)
            .add("file", DataTypes.StringType)
            .add("path", DataTypes.StringType)
            .add("subject", DataTypes.StringType)
            .add("session", DataTypes.StringType)
            .add("hand", DataTypes.StringType)
            .add("problem", DataTypes.StringType)
            .add(CONTENT, DataTypes.BinaryType);

    Row row() {
        return RowFactory.create(
                key,
                file,
                path,
                labels.subject().orElse(null),
                labels.session().orElse(null),
                labels.hand().orElse(null),
                problem.orElse(null),
                null);
    }

    static Listed of(Row row) {
        return new Listed(
                row.getString(0),
                row.getString(1),
                row.getString(2),
                new Labels(stated(row, 3), stated(row, 4), stated(row, 5)),
                stated(row, 6));
    }

    private static Optional<String> stated(Row row, int column) {
        return row.isNullAt(column) || row.getString(column).isBlank()
                ? Optional.empty()
                : Optional.of(row.getString(column).strip());
    }
}
