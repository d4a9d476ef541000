package org.dorsum.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.dorsum.image.Codec;
import org.dorsum.image.RgbImage;
import org.dorsum.image.TestFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OrientationTest {
    /** Containers that can say how the picture is turned; for each a file of the test picture. */
    enum Container {
        JPEG {
            @Override
            byte[] file(int o) {
                return Fixtures.jpegWithExif(Fixtures.jpeg(stored()), TiffBuilder.exif(o));
            }
        },
        PNG {
            @Override
            byte[] file(int o) {
                return Fixtures.withChunk(Codec.png(stored()), "eXIf", TiffBuilder.exif(o));
            }
        },
        DEEP_PNG {
            @Override
            RgbImage stored() {
                return Fixtures.deepPicture();
            }

            @Override
            byte[] file(int o) {
                return Fixtures.withChunk(Codec.png(stored()), "eXIf", TiffBuilder.exif(o));
            }
        },
        TIFF {
            @Override
            byte[] file(int o) {
                return TiffBuilder.file(true, TiffBuilder.page(stored(), true).put(274, TiffBuilder.SHORT, o));
            }
        },
        DEEP_TIFF {
            @Override
            RgbImage stored() {
                return Fixtures.deepPicture();
            }

            @Override
            byte[] file(int o) {
                return TiffBuilder.file(false, TiffBuilder.page(stored(), false).put(274, TiffBuilder.SHORT, o));
            }
        },
        WEBP {
            @Override
            byte[] file(int o) {
                return Fixtures.webpWith(TestFiles.webp(stored()), "EXIF", TiffBuilder.exif(o), 48, 32);
            }
        };

        RgbImage stored() {
            return Fixtures.picture();
        }

        abstract byte[] file(int orientation);
    }

    static Stream<Arguments> all() {
        return Stream.of(Container.values())
                .flatMap(c -> Stream.of(1, 2, 3, 4, 5, 6, 7, 8).map(o -> Arguments.of(c, o)));
    }

    /**
     * EXIF says where row 0 and column 0 of the stored picture are seen: 1 top left, 2 top right, 3 bottom right, 4 bottom
     * left, 5 left top, 6 right top, 7 right bottom, 8 left bottom (row 0 is the side named first).
     */
    @ParameterizedTest
    @MethodSource("all")
    void thePictureIsSeenUpright(Container container, int orientation) throws Exception {
        RgbImage stored = container == Container.JPEG
                ? PhotoReader.withDefaults()
                        .read("hand", Fixtures.jpeg(container.stored()))
                        .pixels()
                : container.stored();

        Photo photo = PhotoReader.withDefaults().read("hand", container.file(orientation));

        RgbImage seen = photo.pixels();
        boolean onItsSide = orientation >= 5;
        assertThat(seen.width()).isEqualTo(onItsSide ? stored.height() : stored.width());
        assertThat(seen.height()).isEqualTo(onItsSide ? stored.width() : stored.height());
        assertThat(photo.provenance().orientation()).isEqualTo(orientation);
        int right = seen.width() - 1;
        int bottom = seen.height() - 1;
        for (int row = 0; row < stored.height(); row++) {
            for (int column = 0; column < stored.width(); column++) {
                int x = switch (orientation) {
                    case 1, 4 -> column;
                    case 2, 3 -> right - column;
                    case 5, 8 -> row;
                    default -> right - row;
                };
                int y = switch (orientation) {
                    case 1, 2 -> row;
                    case 3, 4 -> bottom - row;
                    case 5, 6 -> column;
                    default -> bottom - column;
                };
                for (int c = 0; c < 3; c++) {
                    assertThat(seen.sample(x, y, c)).isEqualTo(stored.sample(column, row, c));
                }
            }
        }
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(ints = {0, 9, 65535})
    void anOrientationThatDoesNotExistIsUpright(int orientation) throws Exception {
        Photo photo = PhotoReader.withDefaults().read("hand", Container.PNG.file(orientation));

        assertThat(photo.pixels()).isEqualTo(Fixtures.picture());
        assertThat(photo.provenance().orientation()).isEqualTo(1);
    }
}
