package org.dorsum.clinic.photos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dorsum.clinic.audit.AuditEntry;
import org.dorsum.clinic.audit.AuditLog;
import org.dorsum.clinic.data.ClinicDatabase;
import org.dorsum.clinic.support.TestDatabase;
import org.dorsum.clinic.support.Visits;
import org.dorsum.clinic.vault.Vault;
import org.dorsum.clinic.vault.VaultKey;
import org.dorsum.image.Codec;
import org.dorsum.image.RgbImage;
import org.dorsum.support.Pictures;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PhotoStoreTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-27T09:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path data;

    @ParameterizedTest
    @EnumSource
    void whatIsReceivedIsThereUnchanged(TestDatabase kind) throws Exception {
        try (ClinicDatabase database = kind.open(data)) {
            VaultKey key = VaultKey.random();
            Vault vault = Vault.open(data, key);
            PhotoStore store = store(database, vault);
            String visit = Visits.add(database);
            byte[] file = Codec.jpeg(Pictures.skin(1), 95);
            StoredPhoto photo = receive(store, visit, file);
            assertThat(photo)
                    .returns("JPEG", StoredPhoto::format)
                    .returns(560, StoredPhoto::width)
                    .returns(420, StoredPhoto::height)
                    .returns(HandSide.LEFT, StoredPhoto::hand)
                    .returns((long) file.length, StoredPhoto::bytes);
            vault.close();
            PhotoStore afterRestart = store(database, Vault.open(data, key));
            assertThat(afterRestart.find(photo.id())).contains(photo);
            assertThat(afterRestart.ofVisit(visit)).containsExactly(photo);
            assertThat(afterRestart.original(photo.id())).contains(file);
            assertThat(size(afterRestart, photo, FileKind.FULL)).isEqualTo("560 x 420");
            assertThat(size(afterRestart, photo, FileKind.SCREEN)).isEqualTo("560 x 420");
            assertThat(size(afterRestart, photo, FileKind.THUMBNAIL)).isEqualTo("320 x 240");
        }
    }

    private static String size(PhotoStore store, StoredPhoto photo, FileKind kind) {
        RgbImage picture =
                Codec.decode(store.picture(photo.id(), kind).orElseThrow()).orElseThrow();
        return picture.width() + " x " + picture.height();
    }

    @ParameterizedTest
    @EnumSource
    void theSameFileAgainIsTheSamePhoto(TestDatabase kind) throws Exception {
        try (ClinicDatabase database = kind.open(data)) {
            Vault vault = Vault.open(data, VaultKey.random());
            PhotoStore store = store(database, vault);
            String visit = Visits.add(database);
            byte[] file = Codec.jpeg(Pictures.skin(1), 95);
            ExecutorService threads = Executors.newFixedThreadPool(4);
            List<Future<StoredPhoto>> sent = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                sent.add(threads.submit(() -> receive(store, visit, file)));
            }
            StoredPhoto first = sent.get(0).get();
            for (Future<StoredPhoto> photo : sent) {
                assertThat(photo.get()).isEqualTo(first);
            }
            threads.shutdown();
            assertThat(store.ofVisit(visit)).hasSize(1);
            assertThat(vault.ids()).hasSize(4);
        }
    }

    @ParameterizedTest
    @EnumSource
    void deletedIsDeletedAndTheLogSaysSo(TestDatabase kind) throws Exception {
        try (ClinicDatabase database = kind.open(data)) {
            Vault vault = Vault.open(data, VaultKey.random());
            PhotoStore store = store(database, vault);
            String visit = Visits.add(database);
            StoredPhoto photo = receive(store, visit, Codec.jpeg(Pictures.skin(1), 95));
            store.discard(photo.id(), "user");
            assertThat(store.find(photo.id()).orElseThrow().discarded()).contains(CLOCK.instant());
            store.restore(photo.id(), "user");
            assertThat(store.find(photo.id())).contains(photo);
            store.delete(photo.id(), "user");
            assertThat(store.find(photo.id())).isEmpty();
            assertThat(store.original(photo.id())).isEmpty();
            assertThat(vault.ids()).isEmpty();
            assertThat(AuditLog.of(database, CLOCK).of("photo:" + photo.id()))
                    .extracting(AuditEntry::action)
                    .containsExactly("photo-received", "photo-discarded", "photo-restored", "photo-deleted");
            store.delete(photo.id(), "user"); // once more does no harm
        }
    }

    @ParameterizedTest
    @EnumSource
    void aVisitsPhotosGoTogetherAndNoOthers(TestDatabase kind) throws Exception {
        try (ClinicDatabase database = kind.open(data)) {
            Vault vault = Vault.open(data, VaultKey.random());
            PhotoStore store = store(database, vault);
            String visit = Visits.add(database);
            String other = Visits.add(database);
            receive(store, visit, Codec.jpeg(Pictures.skin(1), 95));
            receive(store, visit, Codec.jpeg(Pictures.skin(2), 95));
            StoredPhoto kept = receive(store, other, Codec.jpeg(Pictures.skin(1), 95));
            store.deleteOfVisit(visit, "user");
            assertThat(store.ofVisit(visit)).isEmpty();
            assertThat(store.ofVisit(other)).containsExactly(kept);
            assertThat(vault.ids()).hasSize(4);
        }
    }

    /** A wrong --db or --data must not cost a clinic its photos. */
    @ParameterizedTest
    @EnumSource
    void aVaultOfAnotherDatabaseIsNotTouched(TestDatabase kind) throws Exception {
        Path other = Files.createDirectories(data.resolve("other"));
        try (ClinicDatabase database = kind.open(data);
                ClinicDatabase wrong = kind.open(other);
                Vault vault = Vault.open(data, VaultKey.random());
                Vault empty = Vault.open(other, VaultKey.random())) {
            PhotoStore store = store(database, vault);
            StoredPhoto photo = receive(store, Visits.add(database), Codec.jpeg(Pictures.skin(1), 95));
            assertThatThrownBy(() -> store(wrong, vault)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> store(database, empty)).isInstanceOf(IllegalStateException.class);
            assertThat(store(database, vault).original(photo.id())).isPresent();
            store(wrong, empty); // the two are each other's from now on
            assertThatThrownBy(() -> store(wrong, vault)).isInstanceOf(IllegalStateException.class);
            assertThat(vault.ids()).hasSize(4);
        }
    }

    /** What a process that was killed between writing and registering leaves behind. */
    @ParameterizedTest
    @EnumSource
    void filesThatNoRowKnowsAreSweptAtTheStart(TestDatabase kind) throws Exception {
        try (ClinicDatabase database = kind.open(data)) {
            Vault vault = Vault.open(data, VaultKey.random());
            PhotoStore store = store(database, vault);
            StoredPhoto photo = receive(store, Visits.add(database), Codec.jpeg(Pictures.skin(1), 95));
            String leftover = vault.put(new byte[100]);
            store(database, vault);
            assertThat(vault.contains(leftover)).isFalse();
            assertThat(store.original(photo.id())).isPresent();
        }
    }

    private static PhotoStore store(ClinicDatabase database, Vault vault) {
        return PhotoStore.open(database, vault, AuditLog.of(database, CLOCK), CLOCK);
    }

    private static StoredPhoto receive(PhotoStore store, String visit, byte[] file) throws RefusedUploadException {
        return store.receive(new Upload(visit, HandSide.LEFT, "user"), new ByteArrayInputStream(file));
    }
}
