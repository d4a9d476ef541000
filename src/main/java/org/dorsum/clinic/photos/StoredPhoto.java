package org.dorsum.clinic.photos;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * What is known of a photo without opening it.
 *
 * @param format {@code JPEG}, {@code PNG}, {@code TIFF}, {@code WebP} or {@code BMP}
 * @param width columns of the upright photo
 * @param height rows of the upright photo
 * @param taken local date and time as the camera wrote it, if it did
 * @param sha256 of the original's bytes
 * @param bytes of the original
 * @param receivedBy id of the user
 * @param discarded since when it waits for its deletion to be confirmed, if it does
 */
public record StoredPhoto(
        String id,
        String visitId,
        HandSide hand,
        String format,
        int width,
        int height,
        Optional<LocalDateTime> taken,
        String sha256,
        long bytes,
        Instant receivedAt,
        String receivedBy,
        Optional<Instant> discarded) {}
