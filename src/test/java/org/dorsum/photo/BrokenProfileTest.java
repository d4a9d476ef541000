package org.dorsum.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.dorsum.image.Codec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BrokenProfileTest {
    private static final PhotoReader READER = PhotoReader.withDefaults();

    static Stream<Arguments> broken() {
        byte[] p3 = IccBuilder.displayP3();
        byte[] noMagic = p3.clone();
        noMagic[36] = 'x';
        return Stream.of(
                Arguments.of("cut", Arrays.copyOf(p3, p3.length / 2)),
                Arguments.of("empty", new byte[0]),
                Arguments.of("magic", noMagic),
                Arguments.of("text", Fixtures.latin1("no profile at all".repeat(20))),
                Arguments.of("another space", IccBuilder.forSpace("CMYK")),
                Arguments.of("nothing in it", IccBuilder.forSpace("RGB ")),
                Arguments.of("no curve", IccBuilder.without("gTRC")),
                Arguments.of("no blue", IccBuilder.without("bXYZ")),
                Arguments.of("unknown curve", IccBuilder.withCurve(7, 1)),
                Arguments.of("tables cut", tablesCut()),
                Arguments.of("flat", zeroed(p3.clone())));
    }

    private static byte[] tablesCut() {
        byte[] profile = IccBuilder.lightnessTable();
        Arrays.fill(profile, profile.length - 1600, profile.length - 1500, (byte) -1); // the table's head
        return profile;
    }

    /** All primaries zero. */
    private static byte[] zeroed(byte[] profile) {
        String text = new String(profile, StandardCharsets.ISO_8859_1);
        for (int at = text.indexOf("XYZ \0\0\0\0", 132); at >= 0; at = text.indexOf("XYZ \0\0\0\0", at + 8)) {
            Arrays.fill(profile, at + 8, at + 20, (byte) 0);
        }
        return profile;
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aBrokenProfileIsAFindingAndThePhotoIsReadAsSrgb(String how, byte[] profile) throws Exception {
        Photo photo = READER.read("hand", Fixtures.jpegWithIcc(Fixtures.jpeg(Cube.of()), profile, 1));

        assertThat(photo.findings()).extracting(Finding::code).containsExactly("colour-profile-unreadable");
        assertThat(photo.findings().get(0).message()).hasLineCount(1);
        assertThat(photo.provenance().colourProfile()).isEqualTo("sRGB");
        assertThat(photo.pixels())
                .isEqualTo(READER.read("hand", Fixtures.jpeg(Cube.of())).pixels());
    }

    @Test
    void aPartOfAProfileThatIsMissingIsAFinding() throws Exception {
        byte[] part = Fixtures.join("ICC_PROFILE\0\1\2", IccBuilder.displayP3());

        Photo photo = READER.read("hand", Fixtures.withSegment(Fixtures.jpeg(Cube.of()), 0xe2, part));

        assertThat(photo.findings()).extracting(Finding::code).containsExactly("colour-profile-unreadable");
    }

    @Test
    void aPngProfileThatCannotBeUnpackedIsAFinding() throws Exception {
        byte[] chunk = Fixtures.latin1("name\0\0not deflated");

        Photo photo = READER.read("hand", Fixtures.withChunk(Codec.png(Cube.of()), "iCCP", chunk));

        assertThat(photo.findings()).extracting(Finding::code).containsExactly("colour-profile-unreadable");
        assertThat(photo.pixels()).isEqualTo(Cube.of());
    }
}
