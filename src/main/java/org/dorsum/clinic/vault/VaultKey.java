package org.dorsum.clinic.vault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * The key of a clinic: two sets of keys, one for files (AES-256-GCM in segments, with a key derived anew for each file) and one
 * for names (AES-256-GCM). Without it the data folder is worth nothing; whoever loses it loses the photos. Immutable.
 *
 * <p>It lies in a file of its own outside of the data folder, readable by its owner only, or comes from the environment.
 */
public final class VaultKey {
    private static final String FORMAT = "dorsum clinic key";

    private final StreamingAead files;
    private final Aead names;
    private final String text;

    private VaultKey(KeysetHandle fileKeys, KeysetHandle nameKeys) throws GeneralSecurityException {
        files = fileKeys.getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
        names = nameKeys.getPrimitive(RegistryConfiguration.get(), Aead.class);
        ObjectMapper mapper = new ObjectMapper();
        try {
            text = mapper.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(mapper.createObjectNode()
                            .put("format", FORMAT)
                            .<com.fasterxml.jackson.databind.node.ObjectNode>set("files", keyset(mapper, fileKeys))
                            .set("names", keyset(mapper, nameKeys)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can be written", e);
        }
    }

    private static JsonNode keyset(ObjectMapper mapper, KeysetHandle keys)
            throws GeneralSecurityException, JsonProcessingException {
        return mapper.readTree(TinkJsonProtoKeysetFormat.serializeKeyset(
                keys, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
    }

    /** A new random key, which is nowhere but in memory. */
    public static VaultKey random() {
        try {
            register();
            return new VaultKey(
                    KeysetHandle.generateNew(
                            PredefinedStreamingAeadParameters.AES256_GCM_HKDF_4KB, RegistryConfiguration.get()),
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** The key in {@code file}; a new one is written there if there is none. */
    public static VaultKey inFile(Path file) throws UnusableKeyException {
        try {
            if (!Files.exists(file)) {
                PrivateFiles.create(file, random().text.getBytes(StandardCharsets.UTF_8));
            }
        } catch (FileAlreadyExistsException e) {
            // another process was faster: its key is the one
        } catch (IOException e) {
            throw new UnusableKeyException("the key file " + file + " cannot be written", e);
        }
        try {
            if (PrivateFiles.openToOthers(file)) {
                throw new UnusableKeyException("others may read the key file " + file + ": chmod 600 it");
            }
            return of(Files.readString(file), "the key file " + file);
        } catch (IOException e) {
            throw new UnusableKeyException("the key file " + file + " cannot be read", e);
        }
    }

    /**
     * The key that an environment variable holds.
     *
     * @param value what a key file holds, as it is or in Base64
     */
    public static VaultKey inEnvironment(String value) throws UnusableKeyException {
        String stripped = value.strip();
        try {
            return of(
                    stripped.startsWith("{")
                            ? stripped
                            : new String(Base64.getDecoder().decode(stripped), StandardCharsets.UTF_8),
                    "DORSUM_KEY");
        } catch (IllegalArgumentException e) {
            throw new UnusableKeyException("DORSUM_KEY is neither a key file's content nor its Base64", e);
        }
    }

    private static VaultKey of(String text, String where) throws UnusableKeyException {
        try {
            register();
            JsonNode tree = new ObjectMapper().readTree(text);
            if (!tree.path("format").asText().equals(FORMAT)) {
                throw new UnusableKeyException(where + " holds no key of a clinic");
            }
            return new VaultKey(keyset(tree.path("files")), keyset(tree.path("names")));
        } catch (GeneralSecurityException | JsonProcessingException e) {
            throw new UnusableKeyException(where + " holds a damaged key", e);
        }
    }

    private static KeysetHandle keyset(JsonNode node) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(
                node.toString(), RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
    }

    private static void register() throws GeneralSecurityException {
        StreamingAeadConfig.register();
        AeadConfig.register();
    }

    /** What a key file holds: for moving to another machine. Secret. */
    public String secretText() {
        return text;
    }

    StreamingAead files() {
        return files;
    }

    Aead names() {
        return names;
    }

    /** Tells nothing of the key. */
    @Override
    public String toString() {
        return "VaultKey";
    }
}
