package org.dorsum.clinic.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultTest {
    @TempDir
    private Path data;

    private final VaultKey key = VaultKey.random();
    private Vault vault;

    @BeforeEach
    void open() {
        vault = Vault.open(data, key);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private void reopen(VaultKey withKey) {
        vault.close();
        vault = Vault.open(data, withKey);
    }

    @Test
    void oneProcessAtATimeHasItOpen() {
        assertThatThrownBy(() -> Vault.open(data, key))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("in use");
        reopen(key);
        assertThat(vault.ids()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4095, 4096, 4097, 1_000_000})
    void whatIsPutInComesOut(int length) throws IOException {
        byte[] content = bytes(length);
        String id = vault.put(content);
        assertThat(vault.read(id)).isEqualTo(content);
        reopen(key);
        assertThat(vault.read(id)).isEqualTo(content);
        assertThat(vault.ids()).containsExactly(id);
    }

    @Test
    void nothingReadableIsOnTheDisk() throws IOException {
        String secret = "chestnut-lantern-42";
        String id = vault.put(secret.repeat(1000).getBytes(StandardCharsets.UTF_8));
        assertThat(Files.readString(vault.place(id), StandardCharsets.ISO_8859_1))
                .doesNotContain("chestnut");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(vault.place(id))))
                .isEqualTo("rw-------");
    }

    /** Every eighth of the file, its first and its last byte. */
    @Test
    void oneChangedBitIsNoticed() throws IOException {
        String id = vault.put(bytes(10_000));
        byte[] stored = Files.readAllBytes(vault.place(id));
        for (int k = 0; k <= 8; k++) {
            byte[] changed = stored.clone();
            changed[Math.min(stored.length - 1, k * stored.length / 8)] ^= 1;
            Files.write(vault.place(id), changed);
            assertThatThrownBy(() -> vault.read(id)).isInstanceOf(DamagedException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 40, 4096, 8192, 10_000})
    void aFileCutShortIsNoticed(int length) throws IOException {
        String id = vault.put(bytes(10_000));
        Files.write(vault.place(id), java.util.Arrays.copyOf(Files.readAllBytes(vault.place(id)), length));
        assertThatThrownBy(() -> vault.read(id)).isInstanceOf(DamagedException.class);
    }

    @Test
    void oneFileDoesNotStandInForAnother() throws IOException {
        String mine = vault.put(bytes(100));
        String other = vault.put(bytes(101));
        Files.copy(vault.place(other), vault.place(mine), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> vault.read(mine)).isInstanceOf(DamagedException.class);
    }

    @Test
    void anotherKeyOpensNothing() throws IOException {
        String id = vault.put(bytes(100));
        reopen(VaultKey.random());
        assertThatThrownBy(() -> vault.read(id)).isInstanceOf(DamagedException.class);
    }

    @Test
    void whatFailsHalfWayLeavesNothing() throws IOException {
        assertThatThrownBy(() -> vault.put(out -> {
                    out.write(bytes(100_000));
                    throw new IOException("the line is dead");
                }))
                .hasMessage("the line is dead");
        assertThat(filesIn(data)).isEmpty();
    }

    @Test
    void leftoversOfAnEarlierProcessAreDeleted() throws IOException {
        Files.writeString(data.resolve("vault/new/0f8fad5b-d9cb-469f-a165-70867728950e"), "half a photo");
        reopen(key);
        assertThat(filesIn(data)).isEmpty();
    }

    @Test
    void deletedIsGone() throws IOException {
        String id = vault.put(bytes(100));
        vault.delete(id);
        vault.delete(id); // once more does no harm
        assertThat(vault.contains(id)).isFalse();
        assertThat(filesIn(data)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../clinic.db", "/etc/passwd", "", "new"})
    void onlyIdsNameFiles(String name) {
        assertThatThrownBy(() -> vault.read(name)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> vault.delete(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTextOpensInItsOwnRowOnly() {
        SealedText texts = SealedText.with(key);
        String sealed = texts.seal("Ærlig Ö", "row 1");
        assertThat(texts.open(sealed, "row 1")).isEqualTo("Ærlig Ö");
        assertThat(texts.seal("Ærlig Ö", "row 1")).isNotEqualTo(sealed);
        assertThatThrownBy(() -> texts.open(sealed, "row 2")).isInstanceOf(DamagedException.class);
        assertThatThrownBy(() -> SealedText.with(VaultKey.random()).open(sealed, "row 1"))
                .isInstanceOf(DamagedException.class);
        assertThatThrownBy(() -> texts.open("not sealed", "row 1")).isInstanceOf(DamagedException.class);
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> Files.isRegularFile(f) && !f.endsWith("lock"))
                    .toList();
        }
    }
}
