package org.dorsum.hand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFolderTest {
    private static final Path SHIPPED = Path.of("models", "hand");

    @TempDir
    private Path folder;

    private void copy() throws IOException {
        for (String file : new String[] {"hand.onnx", "manifest.json"}) {
            Files.copy(SHIPPED.resolve(file), folder.resolve(file));
        }
    }

    @Test
    void theShippedModelIsTheOneItsManifestSpeaksOf() throws UnusableModelException {
        assertThat(ModelManifest.verified(SHIPPED).file()).isEqualTo("hand.onnx");
    }

    @Test
    void theShippedModelIsSmall() throws IOException {
        assertThat(Files.size(SHIPPED.resolve("hand.onnx"))).isLessThan(12_000_000);
    }

    @Test
    void aFolderWithoutManifestIsNamedWithTheCure() {
        assertThatThrownBy(() -> HandNetwork.open(folder))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("manifest.json is missing")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aMissingModelFileIsNamed() throws IOException {
        copy();
        Files.delete(folder.resolve("hand.onnx"));
        assertThatThrownBy(() -> HandNetwork.open(folder)).hasMessageContaining("hand.onnx");
    }

    @Test
    void oneChangedByteIsNoticed() throws IOException {
        copy();
        byte[] model = Files.readAllBytes(folder.resolve("hand.onnx"));
        model[model.length / 2] ^= 1;
        Files.write(folder.resolve("hand.onnx"), model);
        assertThatThrownBy(() -> HandNetwork.open(folder))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining("SHA-256")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aManifestOfAnotherKindIsRefused() throws IOException {
        copy();
        String manifest = Files.readString(folder.resolve("manifest.json"));
        Files.writeString(folder.resolve("manifest.json"), manifest.replace("dorsum-hand-1", "dorsum-hand-9"));
        assertThatThrownBy(() -> HandNetwork.open(folder)).hasMessageContaining("dorsum-hand-9");
    }

    @Test
    void aManifestThatPointsElsewhereIsRefused() throws IOException {
        copy();
        String manifest = Files.readString(folder.resolve("manifest.json"));
        Files.writeString(folder.resolve("manifest.json"), manifest.replace("\"hand.onnx\"", "\"../hand.onnx\""));
        assertThatThrownBy(() -> HandNetwork.open(folder)).hasMessageContaining("same folder");
    }

    @Test
    void aManifestThatIsNoJsonIsNamed() throws IOException {
        copy();
        Files.writeString(folder.resolve("manifest.json"), "{ half");
        assertThatThrownBy(() -> HandNetwork.open(folder)).hasMessageContaining("JSON");
    }

    @Test
    void whatIsNoNetworkIsRefused() throws Exception {
        copy();
        byte[] text = "not a network".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Files.write(folder.resolve("hand.onnx"), text);
        String sum = java.util.HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(text));
        String manifest = Files.readString(folder.resolve("manifest.json"));
        Files.writeString(
                folder.resolve("manifest.json"), manifest.replaceFirst("\"[0-9a-f]{64}\"", "\"" + sum + "\""));
        assertThatThrownBy(() -> HandNetwork.open(folder))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining("not a model that can be run");
    }
}
