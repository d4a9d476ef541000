package org.dorsum.batch;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dorsum.assess.Assessor;
import org.dorsum.photo.PhotoReader;
import org.dorsum.report.PhotoResult.Labels;

/** A process that measures photos for a batch, one after the other, until the batch has gone. */
public final class BatchWorker {
    static final int ITEM = 5;
    static final int ROW = 4;

    private BatchWorker() {}

    /** Says with what it measures, then answers each photo with its row; returns when {@code in} ends. */
    public static void serve(PhotoReader reader, Assessor assessor, InputStream in, OutputStream out)
            throws IOException {
        DataInputStream photos = new DataInputStream(in);
        DataOutputStream rows = new DataOutputStream(out);
        PhotoMeasurer measurer = new PhotoMeasurer(reader, assessor);
        Frames.write(rows, identity(assessor));
        while (true) {
            List<String> item;
            try {
                item = Frames.read(photos, ITEM);
            } catch (EOFException e) {
                return;
            }
            Row row = measurer.row(new PhotoList.Item(
                    item.get(0),
                    Path.of(item.get(1)),
                    new Labels(stated(item.get(2)), stated(item.get(3)), stated(item.get(4))),
                    Optional.empty()));
            Frames.write(rows, List.of(row.status(), row.reason(), row.metricsLine(), row.zoneLines()));
        }
    }

    /** What has to be the same on both sides. */
    static List<String> identity(Assessor assessor) {
        return List.of(
                assessor.method().toolVersion(),
                assessor.method().settingsSha256(),
                assessor.method().handFinder());
    }

    static List<String> item(PhotoList.Item item) {
        Labels labels = item.labels();
        return List.of(
                item.file(),
                item.path().toAbsolutePath().toString(),
                labels.subject().orElse(""),
                labels.session().orElse(""),
                labels.hand().orElse(""));
    }

    private static Optional<String> stated(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
