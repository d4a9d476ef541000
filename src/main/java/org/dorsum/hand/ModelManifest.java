package org.dorsum.hand;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dorsum.photo.Sha256;

/**
 * What {@code manifest.json} beside a model says: which file, its SHA-256, and that it speaks the language of this program
 * (docs/finding-the-hand.md).
 *
 * @param file name of the model file, in the same folder
 * @param sha256 of that file, 64 hexadecimal digits, lower case
 */
record ModelManifest(String file, String sha256) {
    static final String NAME = "manifest.json";
    private static final String FORMAT = "dorsum-hand-1"; // input, outputs and their meaning
    private static final List<String> OUTPUTS = List.of("classes", "heat", "aspect", "side");

    /** Reads the manifest of a folder and checks that the model file is the one it speaks of. */
    static ModelManifest verified(Path folder) throws UnusableModelException {
        Path path = folder.resolve(NAME);
        if (!Files.isRegularFile(path)) {
            throw new UnusableModelException(
                    folder + ": no model here: " + NAME + " is missing; name a folder like models/hand");
        }
        ModelManifest manifest = read(path);
        Path model = folder.resolve(manifest.file());
        if (!Files.isRegularFile(model)) {
            throw new UnusableModelException(model + ": the model file named in " + NAME + " is missing");
        }
        String found = sha256(model);
        if (!found.equals(manifest.sha256())) {
            throw new UnusableModelException(
                    model + ": damaged or another model: its SHA-256 is " + found.substring(0, 12) + "…, " + NAME
                            + " says " + manifest.sha256().substring(0, 12) + "…; copy the folder anew");
        }
        return manifest;
    }

    private static ModelManifest read(Path path) throws UnusableModelException {
        try {
            JsonNode json = new ObjectMapper().readTree(path.toFile());
            if (!FORMAT.equals(json.path("format").asText())) {
                throw new UnusableModelException(path + ": not a model this version can use: \"format\" has to be \""
                        + FORMAT + "\", not \"" + json.path("format").asText() + "\"");
            }
            for (String output : OUTPUTS) {
                if (!json.path("outputs").has(output)) {
                    throw new UnusableModelException(path + ": the model has no output \"" + output + "\"");
                }
            }
            String file = json.path("file").asText();
            String sha256 = json.path("sha256").asText();
            if (!file.matches("[\\w.-]+") || file.startsWith(".") || !sha256.matches("[0-9a-f]{64}")) {
                throw new UnusableModelException(
                        path + ": \"file\" has to be a name in the same folder and \"sha256\" 64 digits 0-9a-f");
            }
            return new ModelManifest(file, sha256);
        } catch (IOException e) {
            throw new UnusableModelException(path + ": cannot be read as JSON", e);
        }
    }

    private static String sha256(Path file) throws UnusableModelException {
        try {
            return Sha256.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UnusableModelException(file + ": cannot be read", e);
        }
    }
}
