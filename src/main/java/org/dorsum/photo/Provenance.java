package org.dorsum.photo;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * Where a photo's pixels came from. Nothing here identifies a person, a place or a camera body.
 *
 * @param sha256 digest of the file's bytes, 64 hexadecimal digits in lower case
 * @param format {@code JPEG}, {@code PNG}, {@code TIFF}, {@code WebP} or {@code BMP}
 * @param bitsPerSample of the file: 8 or 16
 * @param colourProfile name of the colour space the pixels were converted from; {@code sRGB} if none was embedded
 * @param orientation EXIF orientation that was undone, 1 … 8
 * @param taken local date and time of the exposure as the camera wrote it, if it did
 */
public record Provenance(
        String sha256,
        String format,
        int bitsPerSample,
        String colourProfile,
        int orientation,
        Optional<LocalDateTime> taken) {}
