package org.dorsum.cluster;

import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.dorsum.assess.NormsFile.UnusableNormsException;
import org.dorsum.batch.PhotoRows;
import org.dorsum.hand.UnusableModelException;
import org.dorsum.photo.PhotoReader;

/**
 * Photos become lines of text, one after the other, on an executor. The assessor, whose making costs a second, is made once in
 * each executor's process and shared by its tasks.
 */
final class MeasurePhotos implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1L;

    /** What comes out: text alone, a few kilobytes a photo. */
    static final StructType SCHEMA = new StructType()
            .add(Listed.KEY, DataTypes.StringType)
            .add("status", DataTypes.StringType)
            .add("metrics", DataTypes.StringType)
            .add("zones", DataTypes.StringType);

    /** By broadcast; in one process there is one unless somebody runs two batches in one application. */
    private static final Map<Long, PhotoRows> MADE = new ConcurrentHashMap<>();

    private static final PhotoReader READER = PhotoReader.withDefaults();

    private final Broadcast<Kit> kit;
    private final Broadcast<SerializableConfiguration> hadoop;

    MeasurePhotos(Broadcast<Kit> kit, Broadcast<SerializableConfiguration> hadoop) {
        this.kit = kit;
        this.hadoop = hadoop;
    }

    /** The longest file of which a row is made of more than a reason, bytes. */
    static long longestFile() {
        return READER.longestFile();
    }

    @Override
    public Iterator<Row> call(Iterator<Row> photos) {
        PhotoRows rows = MADE.computeIfAbsent(kit.id(), id -> made(kit.value()));
        Configuration configuration = hadoop.value().value();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return photos.hasNext();
            }

            @Override
            public Row next() {
                Row photo = photos.next();
                Listed listed = Listed.of(photo);
                PhotoRows.Lines lines = lines(rows, photo, listed, configuration);
                return RowFactory.create(listed.key(), lines.status(), lines.metrics(), lines.zones());
            }
        };
    }

    private static PhotoRows.Lines lines(PhotoRows rows, Row photo, Listed listed, Configuration hadoop) {
        if (listed.problem().isPresent()) {
            return rows.failed(listed.file(), listed.labels(), listed.problem().get());
        }
        try {
            int content = photo.length() - 1;
            byte[] bytes = photo.isNullAt(content)
                    ? PhotoBytes.of(listed.path(), longestFile(), hadoop)
                    : photo.getAs(content);
            return rows.measured(listed.file(), listed.labels(), bytes);
        } catch (PhotoBytes.Missing e) {
            return rows.failed(listed.file(), listed.labels(), String.valueOf(e.getMessage()));
        }
    }

    private static PhotoRows made(Kit kit) {
        try {
            return PhotoRows.with(READER, kit.assessor());
        } catch (IOException | UnusableModelException | UnusableNormsException e) {
            throw new IllegalStateException("this executor cannot measure: " + e.getMessage(), e);
        }
    }
}
