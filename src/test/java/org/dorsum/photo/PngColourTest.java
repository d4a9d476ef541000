package org.dorsum.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import org.dorsum.colour.Srgb;
import org.dorsum.image.Codec;
import org.junit.jupiter.api.Test;

class PngColourTest {
    private static final PhotoReader READER = PhotoReader.withDefaults();

    @Test
    void theUsualPngGammaMeansSrgb() throws Exception {
        Photo photo = READER.read("hand", Fixtures.withChunk(Codec.png(Cube.of()), "gAMA", number(45455)));

        assertThat(photo.pixels()).isEqualTo(Cube.of());
    }

    @Test
    void linearPngLightIsEncoded() throws Exception {
        Photo photo = READER.read("hand", Fixtures.withChunk(Codec.png(Cube.of()), "gAMA", number(100000)));

        assertThat(photo.pixels().sample(9 * 4, 0, 0)).isCloseTo(Srgb.toByte(128 / 255.0), within(1));
    }

    @Test
    void aWordOfSrgbOverridesPngGamma() throws Exception {
        byte[] file = Fixtures.withChunk(Codec.png(Cube.of()), "gAMA", number(100000));

        Photo photo = READER.read("hand", Fixtures.withChunk(file, "sRGB", new byte[1]));

        assertThat(photo.pixels()).isEqualTo(Cube.of());
    }

    @Test
    void pngPrimariesAreConverted() throws Exception {
        int[] p3 = {31270, 32900, 68000, 32000, 26500, 69000, 15000, 6000};
        byte[] chunk = new byte[32];
        for (int i = 0; i < 8; i++) {
            System.arraycopy(number(p3[i]), 0, chunk, 4 * i, 4);
        }
        byte[] file = Fixtures.withChunk(Codec.png(Cube.of()), "cHRM", chunk);

        Photo photo = READER.read("hand", Fixtures.withChunk(file, "gAMA", number(45455)));

        Cube.checkAgainst(Cube.P3, Cube.of(), photo.pixels());
    }

    private static byte[] number(int v) {
        return ByteBuffer.allocate(4).putInt(v).array();
    }
}
