package org.dorsum.photo;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dorsum.photo.UnreadablePhotoException.Reason;

/** Tells by the first bytes what a file is, whatever its name says. */
final class Signatures {
    private static final int LOOK = 512; // bytes of the head that tell text from data
    private static final Set<String> HEIF = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");
    private static final Set<String> AVIF = Set.of("avif", "avis");

    /** A kind of file that is refused by name. */
    private record Refused(int at, String bytes, Reason reason, String what) {}

    private static final List<Refused> REFUSED = List.of(
            new Refused(0, "GIF8", Reason.UNSUPPORTED_FORMAT, "a GIF picture (256 colours are too few to measure)"),
            new Refused(0, "%PDF", Reason.UNSUPPORTED_FORMAT, "a PDF document"),
            new Refused(0, "%!PS", Reason.UNSUPPORTED_FORMAT, "a PostScript document"),
            new Refused(0, "8BPS", Reason.UNSUPPORTED_FORMAT, "a Photoshop document"),
            new Refused(0, "\0\0\0\fjP  ", Reason.UNSUPPORTED_FORMAT, "a JPEG 2000 picture"),
            new Refused(0, "\u00ffO\u00ffQ", Reason.UNSUPPORTED_FORMAT, "a JPEG 2000 picture"),
            new Refused(0, "\u00ff\n", Reason.UNSUPPORTED_FORMAT, "a JPEG XL picture"),
            new Refused(0, "\0\0\0\fJXL ", Reason.UNSUPPORTED_FORMAT, "a JPEG XL picture"),
            new Refused(0, "II\u00bc\u0001", Reason.UNSUPPORTED_FORMAT, "a JPEG XR picture"),
            new Refused(0, "II+\0", Reason.UNSUPPORTED_FORMAT, "a BigTIFF picture"),
            new Refused(0, "MM\0+", Reason.UNSUPPORTED_FORMAT, "a BigTIFF picture"),
            new Refused(128, "DICM", Reason.UNSUPPORTED_FORMAT, "a DICOM object"),
            new Refused(0, "IIRO", Reason.CAMERA_RAW, "an Olympus raw file"),
            new Refused(0, "IIRS", Reason.CAMERA_RAW, "an Olympus raw file"),
            new Refused(0, "MMOR", Reason.CAMERA_RAW, "an Olympus raw file"),
            new Refused(0, "IIU\0", Reason.CAMERA_RAW, "a Panasonic raw file"),
            new Refused(0, "FUJIFILMCCD-RAW", Reason.CAMERA_RAW, "a Fujifilm raw file"),
            new Refused(0, "FOVb", Reason.CAMERA_RAW, "a Sigma raw file"),
            new Refused(6, "HEAPCCDR", Reason.CAMERA_RAW, "a Canon raw file"),
            new Refused(0, "PK\u0003\u0004", Reason.NOT_AN_IMAGE, "a ZIP archive or office document"),
            new Refused(0, "\0\u0005\u0016\u0007", Reason.NOT_AN_IMAGE, "a macOS sidecar file without pixels"),
            new Refused(0, "\u001aE\u00df\u00a3", Reason.VIDEO, "a film"));

    private Signatures() {}

    /** Reads the header by the format's own reader, or refuses the file by what it is. */
    static Header header(byte[] file) throws Refusal {
        if (starts(file, 0, "\u00ff\u00d8\u00ff")) {
            return JpegHeader.read(file);
        }
        if (starts(file, 0, "\u0089PNG\r\n\u001a\n")) {
            return PngHeader.read(file);
        }
        if (starts(file, 0, "II*\0") || starts(file, 0, "MM\0*")) {
            return TiffHeader.read(file);
        }
        if (starts(file, 0, "RIFF") && starts(file, 8, "WEBP")) {
            return WebpHeader.read(file);
        }
        if (starts(file, 0, "BM") && file.length > 18 && file[15] == 0 && file[16] == 0 && file[17] == 0) {
            return BmpHeader.read(file); // two letters are little: the header's length must be small, too
        }
        for (Refused kind : REFUSED) {
            if (starts(file, kind.at, kind.bytes)) {
                throw new Refusal(kind.reason, kind.what);
            }
        }
        if (starts(file, 4, "ftyp")) {
            throw media(file);
        }
        throw unknown(file);
    }

    /** The ISO media family: pictures of phones, raw files of Canon's, films. */
    private static Refusal media(byte[] file) {
        String brand = file.length < 12 ? "" : new String(file, 8, 4, StandardCharsets.ISO_8859_1);
        if (HEIF.contains(brand)) {
            return new Refusal(Reason.HEIC, "a HEIC/HEIF picture, which is not read");
        }
        if (AVIF.contains(brand)) {
            return new Refusal(Reason.AVIF, "an AVIF picture, which is not read");
        }
        if (brand.equals("crx ")) {
            return new Refusal(Reason.CAMERA_RAW, "a Canon raw file (CR3)");
        }
        return new Refusal(Reason.VIDEO, "a film");
    }

    private static Refusal unknown(byte[] file) {
        byte[] head = Arrays.copyOf(file, Math.min(LOOK, file.length));
        if (isText(head)) {
            String text = new String(head, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
            if (text.contains("<svg")) {
                return new Refusal(Reason.UNSUPPORTED_FORMAT, "an SVG drawing");
            }
            return new Refusal(
                    Reason.NOT_AN_IMAGE, text.contains("<html") ? "a web page, not a picture" : "text, not a picture");
        }
        for (byte b : file) {
            if (b != 0) {
                return new Refusal(Reason.NOT_AN_IMAGE, "no picture of a known format");
            }
        }
        return new Refusal(Reason.NOT_AN_IMAGE, "nothing but zeros, as a broken copy leaves behind");
    }

    /** Whether the head is valid UTF-8 without control characters other than white space. */
    private static boolean isText(byte[] head) {
        for (byte b : head) {
            if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t') {
                return false;
            }
        }
        try {
            // The look may end within a character of up to four bytes.
            int whole = head.length < LOOK ? head.length : LOOK - 4;
            while (whole > 0 && whole < head.length && (head[whole] & 0xc0) == 0x80) {
                whole++;
            }
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(head, 0, whole));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean starts(byte[] file, int at, String latin1) {
        byte[] signature = latin1.getBytes(StandardCharsets.ISO_8859_1);
        return file.length >= at + signature.length
                && Arrays.equals(file, at, at + signature.length, signature, 0, signature.length);
    }
}
