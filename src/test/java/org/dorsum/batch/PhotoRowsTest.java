package org.dorsum.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dorsum.report.MetricsCsv;
import org.dorsum.report.PhotoResult.Labels;
import org.dorsum.report.ZonesCsv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoRowsTest {
    @TempDir
    Path folder;

    /** A photo, a broken one, an empty one: the lines of their bytes are those that a batch writes of their files. */
    @Test
    void bytesInMemoryGiveTheLinesOfTheirFiles() throws Exception {
        BatchFolder batch = new BatchFolder(folder, 1);
        byte[] photo = Files.readAllBytes(batch.photos.resolve("hand1.jpg"));
        Files.write(batch.photos.resolve("hand2.jpg"), java.util.Arrays.copyOf(photo, 300));
        Files.write(batch.photos.resolve("hand3.jpg"), new byte[0]);
        batch.run(BatchFolder.batch());
        PhotoRows rows = PhotoRows.with(BatchFolder.READER, BatchFolder.ASSESSOR);
        StringBuilder metrics = new StringBuilder(MetricsCsv.header());
        StringBuilder zones = new StringBuilder(ZonesCsv.header());
        for (String name : List.of("hand1.jpg", "hand2.jpg", "hand3.jpg")) {
            PhotoRows.Lines lines = rows.measured(name, Labels.none(), Files.readAllBytes(batch.photos.resolve(name)));
            metrics.append(lines.metrics());
            zones.append(lines.zones());
        }
        assertThat(metrics + zones.toString()).isEqualTo(batch.tables());
    }

    @Test
    void aPhotoWithoutBytesIsAFailedLineWithItsLabels() {
        PhotoRows.Lines lines = PhotoRows.with(BatchFolder.READER, BatchFolder.ASSESSOR)
                .failed(
                        "gone.jpg",
                        new Labels(Optional.of("anna"), Optional.of("2"), Optional.of("left")),
                        "there is no such file");
        assertThat(lines.status()).isEqualTo("failed");
        assertThat(lines.metrics()).startsWith("gone.jpg,anna,2,left,failed,there is no such file,");
        assertThat(lines.zones()).isEmpty();
    }
}
