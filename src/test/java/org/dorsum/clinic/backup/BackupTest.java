package org.dorsum.clinic.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.dorsum.clinic.audit.AuditLog;
import org.dorsum.clinic.data.ClinicDatabase;
import org.dorsum.clinic.photos.FileKind;
import org.dorsum.clinic.support.ClinicParts;
import org.dorsum.clinic.support.TestDatabase;
import org.dorsum.clinic.support.Visits;
import org.dorsum.clinic.vault.VaultKey;
import org.dorsum.hand.HandCorrection;
import org.dorsum.hand.Zone;
import org.dorsum.image.Codec;
import org.dorsum.image.Point;
import org.dorsum.image.Polygon;
import org.dorsum.support.EllipseHandFinder;
import org.dorsum.support.Pictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BackupTest {
    private static final byte[] FILE = Codec.jpeg(Pictures.skin(1), 95);

    @TempDir
    private Path folder;

    private final VaultKey key = VaultKey.random();

    static Stream<Arguments> pairs() {
        return Stream.of(TestDatabase.values())
                .flatMap(from -> Stream.of(TestDatabase.values()).map(to -> Arguments.of(from, to)));
    }

    private ClinicParts clinic(TestDatabase kind, String name) throws Exception {
        Path data = Files.createDirectories(folder.resolve(name));
        return new ClinicParts(kind.open(data), data, key, new EllipseHandFinder());
    }

    /** Also from one kind of database to the other. */
    @ParameterizedTest
    @MethodSource("pairs")
    void aClinicIsWhatItWas(TestDatabase from, TestDatabase to) throws Exception {
        Path archive = folder.resolve("clinic.zip");
        String photo;
        String comparison;
        byte[] result;
        AuditLog.Verdict log;
        try (ClinicParts clinic = clinic(from, "old")) {
            String visit = Visits.add(clinic.database);
            photo = clinic.receive(visit, FILE).id();
            String later =
                    clinic.receive(visit, Codec.jpeg(Pictures.skin(2), 95)).id();
            comparison = clinic.work.compare("c", List.of(photo), List.of(later), "user");
            Polygon drawn = new Polygon(List.of(new Point(170, 100), new Point(390, 100), new Point(280, 320)));
            clinic.work.correct(photo, new HandCorrection(Optional.empty(), Map.of(Zone.DORSUM, drawn)), "user");
            clinic.finish();
            result = clinic.work.result(photo).orElseThrow();
            log = clinic.log.verify();
            int files = Backup.write(clinic.database, folder.resolve("old"), archive);
            assertThat(files).isEqualTo(clinic.vault.ids().size());
        }
        Path data = Files.createDirectories(folder.resolve("new"));
        try (ClinicDatabase database = to.open(data)) {
            Restore.into(archive, database, data, key);
            try (ClinicParts restored = new ClinicParts(database, data, key, new EllipseHandFinder())) {
                assertThat(restored.store.original(photo)).contains(FILE);
                assertThat(restored.work.result(photo)).contains(result);
                assertThat(restored.work.correction(photo)).isPresent();
                assertThat(restored.work.file(comparison, FileKind.PAGE)).isPresent();
                assertThat(restored.log.verify()).isEqualTo(log);
                restored.log.append("user", "signed-in", "user:1", ""); // the chain goes on
                assertThat(restored.log.verify()).isInstanceOf(AuditLog.Verdict.Intact.class);
            }
        }
    }

    /** Each back-up made while photos come and go is whole in itself. */
    @ParameterizedTest
    @org.junit.jupiter.params.provider.EnumSource
    void aRunningClinicIsCopiedAsOfOneMoment(TestDatabase kind) throws Exception {
        try (ClinicParts clinic = clinic(kind, "old")) {
            String visit = Visits.add(clinic.database);
            AtomicBoolean stop = new AtomicBoolean();
            Thread busy = new Thread(() -> {
                for (int seed = 1; !stop.get(); seed++) {
                    try {
                        String id = clinic.receive(visit, Codec.jpeg(Pictures.skin(seed), 60))
                                .id();
                        if (seed % 2 == 0) {
                            clinic.store.delete(id, "user");
                        }
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }
            });
            busy.start();
            for (int i = 0; i < 3; i++) {
                Path archive = folder.resolve("clinic" + i + ".zip");
                Backup.write(clinic.database, folder.resolve("old"), archive);
                Path data = Files.createDirectories(folder.resolve("new" + i));
                try (ClinicDatabase database = kind.open(data)) {
                    Restore.into(archive, database, data, key); // checks digests, log and every file
                }
            }
            stop.set(true);
            busy.join();
        }
    }

    @Test
    void aDamagedBackupOrAnothersKeyIsRefused() throws Exception {
        Path archive = folder.resolve("clinic.zip");
        try (ClinicParts clinic = clinic(TestDatabase.SQLITE, "old")) {
            clinic.receive(Visits.add(clinic.database), FILE);
            clinic.finish();
            Backup.write(clinic.database, folder.resolve("old"), archive);
            assertThatThrownBy(() -> Backup.write(clinic.database, folder.resolve("old"), archive))
                    .isInstanceOf(UnusableBackupException.class)
                    .hasMessageContaining("there already");
            assertThatThrownBy(() -> Restore.into(archive, clinic.database, folder.resolve("old"), key))
                    .isInstanceOf(UnusableBackupException.class)
                    .hasMessageContaining("already");
        }
        refused(archive, VaultKey.random(), "key");
        Path changed = Files.copy(archive, folder.resolve("changed.zip"));
        try (FileSystem zip = FileSystems.newFileSystem(changed);
                OutputStream out =
                        Files.newOutputStream(zip.getPath("tables/audit.jsonl"), StandardOpenOption.APPEND)) {
            out.write("[]\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        refused(changed, key, "damaged at tables/audit.jsonl");
        refused(Files.write(folder.resolve("none.zip"), FILE), key, "no whole archive");
    }

    private void refused(Path archive, VaultKey withKey, String why) throws Exception {
        Path data = Files.createTempDirectory(folder, "new");
        try (ClinicDatabase database = TestDatabase.SQLITE.open(data)) {
            assertThatThrownBy(() -> Restore.into(archive, database, data, withKey))
                    .isInstanceOf(UnusableBackupException.class)
                    .hasMessageContaining(why);
        }
    }
}
