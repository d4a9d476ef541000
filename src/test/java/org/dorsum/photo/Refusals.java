package org.dorsum.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What every refusal has: a code, and one line that names the file, the cause and the cure. */
final class Refusals {
    private Refusals() {}

    static void check(PhotoReader reader, byte[] file, String code, String cause) {
        check(
                catchThrowableOfType(UnreadablePhotoException.class, () -> reader.read("hand.jpg", file)),
                "hand.jpg",
                code,
                cause);
    }

    static void check(UnreadablePhotoException refusal, String name, String code, String cause) {
        assertThat(refusal).isNotNull();
        assertThat(refusal.reason().code()).isEqualTo(code);
        assertThat(refusal)
                .hasMessageStartingWith(name + ": ")
                .hasMessageContaining(cause)
                .hasMessageEndingWith("; " + refusal.reason().cure());
        assertThat(refusal.getMessage()).hasLineCount(1);
    }
}
