package org.dorsum.assess;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.dorsum.photo.Sha256;

/** What is written beside every number so that it can be made again. */
final class Provenances {
    private Provenances() {}

    static Assessment.Method method(String settings, String finder) {
        return new Assessment.Method(version(), Sha256.of(settings.getBytes(StandardCharsets.UTF_8)), finder);
    }

    /** Version in the jar's manifest; {@code development} when run from classes. */
    static String version() {
        return Optional.ofNullable(Provenances.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
