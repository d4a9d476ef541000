package org.dorsum.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodecTest {
    private static final RgbImage PICTURE = RgbImage.of(7, 5, (x, y) -> (30 * x) << 16 | (40 * y) << 8 | (x + y));

    private static RgbImage deep() {
        short[] v = new short[7 * 5 * 3];
        for (int i = 0; i < v.length; i++) {
            v[i] = (short) (i * 601);
        }
        return RgbImage.of(7, 5, v);
    }

    @Test
    void pngGivesEverySampleBack() {
        assertThat(Codec.decode(Codec.png(PICTURE))).contains(PICTURE);
        assertThat(Codec.decode(Codec.png(deep()))).contains(deep());
    }

    @Test
    void aMaskIsWhiteInside() {
        Mask mask = Mask.of(6, 4, (x, y) -> x > y);

        RgbImage image = Codec.decode(Codec.png(mask)).orElseThrow();

        assertThat(image).isEqualTo(RgbImage.of(6, 4, (x, y) -> x > y ? 0xffffff : 0));
        assertThat(image.isGrey()).isTrue();
    }

    @Test
    void jpegHasEightBits() {
        RgbImage flat = RgbImage.of(16, 16, (x, y) -> 0x646464);

        assertThat(Codec.decode(Codec.jpeg(flat, 95))).contains(flat);
        assertThat(Codec.decode(Codec.jpeg(deep(), 95)).orElseThrow().bitsPerSample())
                .isEqualTo(8);
    }

    @Test
    void whatIsNoPictureIsAbsent() {
        assertThat(Codec.decode(new byte[] {1, 2, 3})).isEmpty();
        assertThat(Codec.decode(Arrays.copyOf(Codec.png(PICTURE), 40))).isEmpty();
    }

    @Test
    void theChangeIsMadeToUprightSamples() {
        SampleChange redOut = new SampleChange() {
            @Override
            public void change(byte[] rgb) {
                for (int i = 0; i < rgb.length; i += 3) {
                    rgb[i] = 0;
                }
            }

            @Override
            public void change(short[] rgb) {
                throw new AssertionError("8 bits");
            }
        };
        byte[] png = Codec.png(PICTURE);

        RgbImage changed = Codec.decode(png, png.length, 2, redOut).orElseThrow();

        assertThat(changed).isEqualTo(RgbImage.of(7, 5, (x, y) -> (40 * y) << 8 | (6 - x + y)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9})
    void orientationsAreOneToEight(int orientation) {
        byte[] png = Codec.png(PICTURE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Codec.decode(png, png.length, orientation, SampleChange.none()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 101})
    void qualitiesAreOneToAHundred(int quality) {
        assertThatIllegalArgumentException().isThrownBy(() -> Codec.jpeg(PICTURE, quality));
    }

    @Test
    void sixteenBitsRoundToEight() {
        short[] v = {0, (short) 128, (short) 129, (short) 257, (short) 65535, (short) 65406};

        RgbImage eight = RgbImage.of(2, 1, v).toEightBits();

        // steps of 257: 128 is below half of one, 129 above
        assertThat(eight).isEqualTo(RgbImage.of(2, 1, new byte[] {0, 0, 1, 1, (byte) 255, (byte) 254}));
        assertThat(RgbImage.of(2, 1, v).packed(1, 0)).isEqualTo(0x01ff00 | 254);
    }

    @Test
    void onePixelOfColourMakesAColourPicture() {
        assertThat(RgbImage.of(50, 50, (x, y) -> 0x010101 * x).isGrey()).isTrue();
        assertThat(RgbImage.of(50, 50, (x, y) -> x == 49 && y == 49 ? 0x010100 : 0)
                        .isGrey())
                .isFalse();
    }

    @Test
    void nobodyChangesAPictureFromOutside() {
        byte[] mine = {1, 2, 3};
        RgbImage image = RgbImage.of(1, 1, mine);
        mine[0] = 99;

        assertThat(image.packed(0, 0)).isEqualTo(0x010203);
        assertThatIllegalArgumentException().isThrownBy(() -> RgbImage.of(2, 1, mine));
    }
}
