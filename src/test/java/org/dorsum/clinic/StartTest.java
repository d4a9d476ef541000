package org.dorsum.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where it listens, and where it does not. */
class StartTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.7", "no-such-host.invalid"})
    void onAnAddressThatOthersReachItRefusesWithoutTls(String host) {
        ClinicSettings open = TestClinic.settings(folder).withAddress(host, 0);
        assertThatThrownBy(() -> TestClinic.with(open))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("--keystore");
        assertThat(Files.exists(folder.resolve("data"))).as("nothing was made").isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "127.9.9.9"})
    void theMachinesOwnAddressIsReadByNobodyElse(String host) {
        assertThat(ClinicSettings.in(folder).withAddress(host, 0).readableByOthers())
                .isFalse();
    }

    @Test
    void aKeyInTheDataFolderIsRefused() {
        ClinicSettings beside = TestClinic.settings(folder)
                .withKeyFile(Optional.of(folder.resolve("data").resolve("key")));
        assertThatThrownBy(() -> TestClinic.with(beside)).isInstanceOf(CannotStartException.class);
    }

    @Test
    void anErrorShowsNoInsides() throws Exception {
        try (Clinic clinic = TestClinic.in(folder)) {
            assertThat(Files.getPosixFilePermissions(folder.resolve("data")))
                    .as("nobody else of the machine reads the database")
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
            HttpResponse<String> answer = new Browserless(clinic.address()).get("/setup?token=a&token=b&x=%ff");
            HttpResponse<String> missing = new Browserless(clinic.address()).get("/assets/nothing.css");
            for (HttpResponse<String> each : List.of(answer, missing)) {
                assertThat(each.body()).doesNotContain("Exception", "org.dorsum", "springframework", "Whitelabel");
            }
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(missing.statusCode()).isEqualTo(404);
            assertThat(missing.body()).contains("There is nothing here");
        }
    }

    @Test
    void withAKeyStoreItSpeaksTls() throws Exception {
        Path store = folder.resolve("tls.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "clinic",
                        "-dname",
                        "CN=localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "changeit")
                .redirectErrorStream(true)
                .start();
        try (InputStream said = keytool.getInputStream()) {
            said.transferTo(OutputStream.nullOutputStream());
        }
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        ClinicSettings tls = TestClinic.settings(folder)
                .withAddress("0.0.0.0", 0)
                .withKeyStore(Optional.of(store), Optional.of("changeit"));
        try (Clinic clinic = TestClinic.with(tls)) {
            assertThat(clinic.address().getScheme()).isEqualTo("https");
            Browserless browser = new Browserless(clinic.address());
            assertThatThrownBy(() -> browser.get("/login"))
                    .as("TLS is spoken with a certificate that nobody vouches for")
                    .hasCauseInstanceOf(SSLHandshakeException.class);
        }
    }
}
