package org.dorsum.photo;

import java.util.Optional;

/**
 * What a file says about its picture before a pixel is decoded. Reading it has also checked that the file is complete.
 *
 * @param format {@code JPEG}, {@code PNG}, {@code TIFF}, {@code WebP} or {@code BMP}
 * @param width columns as stored
 * @param height rows as stored
 * @param bitsPerSample 8 or 16: what the decoded picture has
 * @param colour the colour space as the container declares it
 * @param exif the EXIF block, which has the structure of a TIFF file
 * @param pages pictures in the file
 * @param preparation what is done to the file's bytes before they are decoded
 */
record Header(
        String format,
        long width,
        long height,
        int bitsPerSample,
        DeclaredColour colour,
        Optional<byte[]> exif,
        int pages,
        Preparation preparation) {

    /** Changes the file's bytes so that the decoder sees pixels and nothing else. */
    @FunctionalInterface
    interface Preparation {
        /** Changes {@code file} in place and answers how many of its bytes are to be decoded. */
        int prepare(byte[] file);

        /** The bytes as they are. */
        static Preparation none() {
            return file -> file.length;
        }
    }

    static Header of(String format, long width, long height, int bits, DeclaredColour colour, Optional<byte[]> exif)
            throws Refusal {
        return new Header(format, width, height, bits, colour, exif, 1, Preparation.none());
    }

    Header {
        bitsPerSample = bitsPerSample > 8 ? 16 : 8;
    }

    Header with(Preparation newPreparation) {
        return new Header(format, width, height, bitsPerSample, colour, exif, pages, newPreparation);
    }

    double megapixels() {
        return width * (double) height / 1e6;
    }
}
