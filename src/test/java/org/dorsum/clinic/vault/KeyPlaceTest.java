package org.dorsum.clinic.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyPlaceTest {
    @TempDir
    private Path folder;

    @Test
    void aKeyIsMadeOnceForItsOwnerOnly() throws Exception {
        Map<String, String> home =
                Map.of("XDG_CONFIG_HOME", folder.resolve("config").toString());
        VaultKey made = KeyPlace.key(folder.resolve("data"), Optional.empty(), home);
        Path file = folder.resolve("config/dorsum/clinic.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        VaultKey again = KeyPlace.key(folder.resolve("data"), Optional.empty(), home);
        assertThat(SealedText.with(again).open(SealedText.with(made).seal("name", "row"), "row"))
                .isEqualTo("name");
    }

    @Test
    void theEnvironmentMayHoldIt() throws Exception {
        VaultKey key = VaultKey.random();
        String sealed = SealedText.with(key).seal("name", "row");
        String base64 = Base64.getEncoder().encodeToString(key.secretText().getBytes(StandardCharsets.UTF_8));
        for (String value : new String[] {key.secretText(), base64}) {
            VaultKey read = KeyPlace.key(folder.resolve("data"), Optional.empty(), Map.of("DORSUM_KEY", value));
            assertThat(SealedText.with(read).open(sealed, "row")).isEqualTo("name");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aKeyBesideTheDataIsRefused() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), data);
        for (Path place : new Path[] {data.resolve("clinic.key"), link.resolve("clinic.key"), data.resolve("x/../k")}) {
            assertThatThrownBy(() -> KeyPlace.key(data, Optional.of(place), Map.of()))
                    .isInstanceOf(UnusableKeyException.class)
                    .hasMessageContaining("data folder");
        }
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void dataWithoutItsKeyGetsNoNewOne() {
        Vault.open(folder.resolve("data"), VaultKey.random()).close();
        Path file = folder.resolve("clinic.key");
        assertThatThrownBy(() -> KeyPlace.key(folder.resolve("data"), Optional.of(file), Map.of()))
                .isInstanceOf(UnusableKeyException.class)
                .hasMessageContaining("missing");
        assertThat(file).doesNotExist();
    }

    @Test
    void aKeyThatOthersMayReadIsRefused() throws Exception {
        Path file = folder.resolve("clinic.key");
        VaultKey.inFile(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> VaultKey.inFile(file))
                .isInstanceOf(UnusableKeyException.class)
                .hasMessageContaining("chmod 600");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "{}", "{\"format\":\"dorsum clinic key\"}", "{\"format\":", "AAAA"})
    void nonsenseIsNoKeyAndIsNotRepeatedInTheMessage(String value) {
        assertThatThrownBy(() -> VaultKey.inEnvironment(value))
                .isInstanceOf(UnusableKeyException.class)
                .message()
                .startsWith("DORSUM_KEY")
                .hasSizeLessThan(80);
    }
}
