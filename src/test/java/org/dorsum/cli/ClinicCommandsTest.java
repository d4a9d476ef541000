package org.dorsum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.dorsum.clinic.audit.AuditLog;
import org.dorsum.clinic.data.ClinicDatabase;
import org.dorsum.clinic.vault.VaultKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClinicCommandsTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Main.commands(Wiring.real(), Terminal.none(), new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void aClinicIsBackedUpRestoredAndVerified() throws Exception {
        Files.createDirectories(folder.resolve("old"));
        VaultKey.inFile(folder.resolve("key"));
        String head;
        try (ClinicDatabase database =
                ClinicDatabase.sqlite(folder.resolve("old").resolve(ClinicDatabase.FILE))) {
            head = AuditLog.of(database, Clock.systemUTC())
                    .append("user", "signed-in", "user:1", "")
                    .hash();
        }
        assertThat(run("clinic-backup", path("b.zip"), "--data", path("old"))).isZero();
        assertThat(run("clinic-restore", path("b.zip"), "--data", path("new"), "--key-file", path("key")))
                .isZero();
        assertThat(run("clinic-verify-audit", "--data", path("new"), "--head", head))
                .isZero();
        assertThat(out.toString()).contains("1 entries, intact; head " + head);
        assertThat(run("clinic-restore", path("b.zip"), "--data", path("new"), "--key-file", path("key")))
                .isEqualTo(1);
        assertThat(run("clinic-verify-audit", "--data", path("new"), "--head", "0".repeat(64)))
                .isEqualTo(1);
        assertThat(run("clinic-backup", path("b.zip"), "--data", path("nowhere")))
                .isEqualTo(1);
        assertThat(err.toString())
                .contains("already", "cut off", "no clinic in")
                .doesNotContain("Exception");
    }
}
