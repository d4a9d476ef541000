package org.dorsum.assess;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** What is written beside every number so that it can be made again. */
final class Provenances {
    private Provenances() {}

    static Assessment.Method method(String settings, String finder) {
        return new Assessment.Method(version(), sha256(settings), finder);
    }

    /** Version in the jar's manifest; {@code development} when run from classes. */
    static String version() {
        return Optional.ofNullable(Provenances.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
