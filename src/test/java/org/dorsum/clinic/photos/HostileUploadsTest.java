package org.dorsum.clinic.photos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dorsum.clinic.audit.AuditLog;
import org.dorsum.clinic.data.ClinicDatabase;
import org.dorsum.clinic.support.Visits;
import org.dorsum.clinic.vault.Vault;
import org.dorsum.clinic.vault.VaultKey;
import org.dorsum.image.Codec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileUploadsTest {
    @TempDir
    private Path data;

    private ClinicDatabase database;
    private Vault vault;
    private PhotoStore store;
    private String visit;

    @BeforeEach
    void open() {
        database = ClinicDatabase.sqlite(data.resolve("clinic.db"));
        vault = Vault.open(data, VaultKey.random());
        store = PhotoStore.open(database, vault, AuditLog.of(database, Clock.systemUTC()), Clock.systemUTC());
        visit = Visits.add(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** Each is refused and leaves nothing, or is a photo like any other, of which only pixels are shown. */
    @Test
    void twoHundredHostileFilesAreRefusedOrHarmless() throws IOException {
        Map<String, Supplier<byte[]>> files = HostileFiles.all();
        assertThat(files).hasSizeGreaterThanOrEqualTo(200);
        int accepted = 0;
        for (Map.Entry<String, Supplier<byte[]>> file : files.entrySet()) {
            Optional<StoredPhoto> photo = send(file.getValue().get());
            if (photo.isPresent()) {
                accepted++;
                onlyPixelsAreShown(file.getKey(), photo.get());
                store.delete(photo.get().id(), "user");
            }
            assertThat(vault.ids()).as(file.getKey()).isEmpty();
        }
        assertThat(accepted).as("accepted").isBetween(20, files.size() / 2);
        assertThat(filesOutsideTheDatabase()).isEmpty();
        assertThat(send(HostileFiles.good())).isPresent();
    }

    private void onlyPixelsAreShown(String name, StoredPhoto photo) {
        assertThat(photo.width() * (long) photo.height()).as(name).isLessThanOrEqualTo(64_000_000);
        for (FileKind kind : List.of(FileKind.FULL, FileKind.SCREEN, FileKind.THUMBNAIL)) {
            byte[] shown = store.picture(photo.id(), kind).orElseThrow();
            String text = new String(shown, StandardCharsets.ISO_8859_1);
            assertThat(text)
                    .as(name)
                    .startsWith("\u00ff\u00d8\u00ff")
                    .endsWith("\u00ff\u00d9")
                    .doesNotContain("chestnut", "<?php", "Exif", "ns.adobe.com", "ICC_PROFILE");
            assertThat(Codec.decode(shown)).as(name).isPresent();
        }
    }

    /** Empty if it was refused, with a code and one line for people. */
    private Optional<StoredPhoto> send(byte[] content) {
        try {
            return Optional.of(
                    store.receive(new Upload(visit, HandSide.LEFT, "user"), new ByteArrayInputStream(content)));
        } catch (RefusedUploadException e) {
            assertThat(e.code()).matches("[a-z]+(-[a-z]+)*");
            assertThat(e).message().isNotBlank().doesNotContain("\n").hasSizeLessThan(300);
            return Optional.empty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "", "'; DROP TABLE photo; --", "%2e%2e%2f", "no such visit"})
    void aVisitThatIsNotThereTakesNothing(String id) throws IOException {
        assertThatThrownBy(() -> store.receive(
                        new Upload(id, HandSide.LEFT, "user"), new ByteArrayInputStream(HostileFiles.good())))
                .isInstanceOf(RuntimeException.class);
        assertThat(filesOutsideTheDatabase()).isEmpty();
        assertThat(store.ofVisit(visit)).isEmpty();
    }

    @Test
    void anEndlessUploadIsCutOff() throws IOException {
        long[] read = new long[1];
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                read[0]++;
                return 0xff;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                read[0] += length;
                return length;
            }
        };
        assertThatThrownBy(() -> store.receive(new Upload(visit, HandSide.LEFT, "user"), endless))
                .isInstanceOfSatisfying(
                        RefusedUploadException.class, e -> assertThat(e.code()).isEqualTo("too-large"));
        assertThat(read[0]).isLessThan(61L << 20);
        assertThat(filesOutsideTheDatabase()).isEmpty();
    }

    @Test
    void aLineThatBreaksOffLeavesNothing() throws IOException {
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(HostileFiles.good()), new Hangup());
        assertThatThrownBy(() -> store.receive(new Upload(visit, HandSide.LEFT, "user"), broken))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(filesOutsideTheDatabase()).isEmpty();
    }

    private static final class Hangup extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("connection reset");
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return read();
        }
    }

    private List<String> filesOutsideTheDatabase() throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .map(f -> data.relativize(f).toString())
                    .filter(f -> !f.startsWith("clinic.db") && !f.equals("vault/lock") && !f.equals("vault/id"))
                    .toList();
        }
    }
}
