package org.dorsum.clinic.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a back-up holds, to be held against what is found in it.
 *
 * @param schema version of the last migration
 * @param auditEntries in the log
 * @param auditHead hash of the log's last entry, or of its beginning
 * @param digests SHA-256 of every other entry of the archive, by name
 */
record Manifest(String schema, long auditEntries, String auditHead, Map<String, String> digests) {
    static final String NAME = "manifest.json";
    private static final String FORMAT = "dorsum clinic back-up 1";

    Manifest {
        digests = Map.copyOf(digests);
    }

    String json() {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode tree = mapper.createObjectNode()
                .put("format", FORMAT)
                .put("schema", schema)
                .put("auditEntries", auditEntries)
                .put("auditHead", auditHead);
        ObjectNode files = tree.putObject("sha256");
        digests.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> files.put(e.getKey(), e.getValue()));
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can be written", e);
        }
    }

    static Manifest read(byte[] json) throws UnusableBackupException {
        try {
            JsonNode tree = new ObjectMapper().readTree(new String(json, java.nio.charset.StandardCharsets.UTF_8));
            if (!tree.path("format").asText().equals(FORMAT)) {
                throw new UnusableBackupException("this is no back-up of a clinic that this version of Dorsum reads");
            }
            Map<String, String> digests = new LinkedHashMap<>();
            tree.path("sha256")
                    .properties()
                    .forEach(e -> digests.put(e.getKey(), e.getValue().asText()));
            return new Manifest(
                    tree.path("schema").asText(),
                    tree.path("auditEntries").asLong(),
                    tree.path("auditHead").asText(),
                    digests);
        } catch (JsonProcessingException e) {
            throw new UnusableBackupException("the back-up's list of contents is damaged", e);
        }
    }
}
