package org.dorsum.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.dorsum.clinic.audit.AuditLog;
import org.dorsum.clinic.data.ClinicDatabase;
import org.dorsum.clinic.vault.Vault;
import org.dorsum.clinic.vault.VaultKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpkeepTest {
    @TempDir
    private Path folder;

    private Upkeep clinic(String name) {
        return Upkeep.of(folder.resolve(name), Optional.empty());
    }

    private void fill(VaultKey key) {
        Path data = folder.resolve("old");
        try (Vault vault = Vault.open(data, key);
                ClinicDatabase database = ClinicDatabase.sqlite(data.resolve(ClinicDatabase.FILE))) {
            AuditLog log = AuditLog.of(database, Clock.systemUTC());
            log.append("user", "signed-in", "user:1", "");
            log.append("user", "signed-out", "user:1", "");
            assertThat(vault.ids()).isEmpty();
        }
    }

    @Test
    void aClinicGoesIntoAnArchiveAndOutAgainWithItsKeyOnly() throws Exception {
        Path keyFile = folder.resolve("clinic.key");
        fill(VaultKey.inFile(keyFile));
        Path archive = folder.resolve("clinic.zip");
        assertThat(clinic("old").backUp(archive)).isZero();
        assertThatThrownBy(() -> clinic("new").restore(archive, Optional.of(folder.resolve("no.key"))))
                .isInstanceOf(UpkeepException.class)
                .hasMessageContaining("no key file");
        assertThat(clinic("new").restore(archive, Optional.of(keyFile))).isZero();
        assertThat(clinic("new").verifyLog(Optional.empty()))
                .isEqualTo(clinic("old").verifyLog(Optional.empty()))
                .returns(2L, Upkeep.Log::entries);
    }

    @Test
    void aCutOffEndShowsAgainstANotedHead() throws Exception {
        fill(VaultKey.random());
        String noted = clinic("old").verifyLog(Optional.empty()).head();
        assertThat(clinic("old").verifyLog(Optional.of(noted)).head()).isEqualTo(noted);
        try (ClinicDatabase database =
                ClinicDatabase.sqlite(folder.resolve("old").resolve(ClinicDatabase.FILE))) {
            database.jdbc().sql("DROP TRIGGER audit_not_deleted").update();
            database.jdbc().sql("DELETE FROM audit WHERE seq = 2").update();
        }
        assertThat(clinic("old").verifyLog(Optional.empty()).entries()).isEqualTo(1);
        assertThatThrownBy(() -> clinic("old").verifyLog(Optional.of(noted)))
                .isInstanceOf(UpkeepException.class)
                .hasMessageContaining("cut off");
    }

    @Test
    void whereThereIsNoClinicNoneIsMade() {
        assertThatThrownBy(() -> clinic("nowhere").backUp(folder.resolve("clinic.zip")))
                .isInstanceOf(UpkeepException.class)
                .hasMessageContaining("no clinic");
        assertThatThrownBy(() -> clinic("nowhere").verifyLog(Optional.empty())).isInstanceOf(UpkeepException.class);
        assertThatThrownBy(() -> clinic("nowhere").restore(folder.resolve("none.zip"), Optional.empty()))
                .isInstanceOf(UpkeepException.class)
                .hasMessageContaining("no file");
        assertThat(folder).isEmptyDirectory();
    }
}
