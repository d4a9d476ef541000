package org.dorsum.clinic.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dorsum.photo.Finding;

/** Lists of findings and of strings as text for a column. */
final class FindingsText {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private FindingsText() {}

    static String of(List<Finding> findings) {
        return json(findings.stream()
                .map(f -> Map.of(
                        "code", f.code(),
                        "severity", f.severity().label(),
                        "message", f.message(),
                        "advice", f.advice()))
                .toList());
    }

    static List<Finding> findings(String text) {
        return read(text, new TypeReference<List<Map<String, String>>>() {}).stream()
                .map(m -> new Finding(
                        m.getOrDefault("code", "unknown"),
                        Finding.Severity.valueOf(
                                m.getOrDefault("severity", "info").toUpperCase(Locale.ROOT)),
                        m.getOrDefault("message", ""),
                        m.getOrDefault("advice", "")))
                .toList();
    }

    static String json(Object tree) {
        try {
            return MAPPER.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("lists, maps and strings can be written", e);
        }
    }

    static <T> T read(String text, TypeReference<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a column holds what was written into it", e);
        }
    }
}
