package org.dorsum.photo;

import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifInteropDirectory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of EXIF: how the picture is turned, when it was taken, in which colours. Place, people, serial numbers and
 * thumbnails are in the block, too; they are left where they are.
 *
 * @param orientation 1 … 8; 1 if not said or not valid
 * @param taken the camera's local time of the exposure
 * @param colour how the samples are to be read
 */
record Exif(int orientation, Optional<LocalDateTime> taken, Colour colour) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final int SRGB = 1;
    private static final int ADOBE = 2; // not in the standard, but written by cameras
    private static final int UNCALIBRATED = 0xffff;

    /** How the camera says the samples are to be read. */
    enum Colour {
        /** As sRGB, or nothing is said. */
        SRGB,
        /** As Adobe RGB (1998): the sign of DCF's optional colour space. */
        ADOBE_RGB,
        /** Otherwise, without saying how. */
        UNKNOWN
    }

    static Exif none() {
        return new Exif(1, Optional.empty(), Colour.SRGB);
    }

    /** Reads a block with the structure of a TIFF file; what is damaged counts as not said. */
    static Exif read(byte[] block) {
        Metadata metadata = new Metadata();
        new ExifReader().extract(new ByteArrayReader(block), metadata, 0);
        Directory picture = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        Directory exposure = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        Directory interoperability = metadata.getFirstDirectoryOfType(ExifInteropDirectory.class);
        int orientation = number(picture, ExifDirectoryBase.TAG_ORIENTATION, 1);
        return new Exif(
                orientation >= 1 && orientation <= 8 ? orientation : 1,
                time(exposure),
                colour(number(exposure, ExifDirectoryBase.TAG_COLOR_SPACE, SRGB), interoperability));
    }

    private static int number(@Nullable Directory directory, int tag, int otherwise) {
        Integer value = directory == null ? null : directory.getInteger(tag);
        return value == null ? otherwise : value;
    }

    private static Optional<LocalDateTime> time(@Nullable Directory exposure) {
        String text = exposure == null ? null : exposure.getString(ExifDirectoryBase.TAG_DATETIME_ORIGINAL);
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(text.strip(), TIME));
        } catch (DateTimeException neverSet) {
            return Optional.empty();
        }
    }

    private static Colour colour(int space, @Nullable Directory interoperability) {
        String index =
                interoperability == null ? null : interoperability.getString(ExifInteropDirectory.TAG_INTEROP_INDEX);
        if (space == ADOBE || ((space & UNCALIBRATED) == UNCALIBRATED && index != null && index.startsWith("R03"))) {
            return Colour.ADOBE_RGB;
        }
        return (space & UNCALIBRATED) == UNCALIBRATED ? Colour.UNKNOWN : Colour.SRGB;
    }
}
