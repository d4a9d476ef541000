package org.dorsum.photo;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.dorsum.photo.UnreadablePhotoException.Reason;

/**
 * Reads the directories of a TIFF file, refuses what only looks like a picture (camera raw files hold thumbnails) and
 * checks that the strips or tiles of the first page are all there.
 *
 * @see <a href="https://www.itu.int/itudoc/itu-t/com16/tiff-fx/docs/tiff6.pdf">TIFF 6.0</a>
 */
final class TiffHeader {
    private static final String FORMAT = "TIFF";
    private static final int KIND = 254;
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int BITS = 258;
    private static final int PHOTOMETRIC = 262;
    private static final int STRIPS = 273;
    private static final int ORIENTATION = 274;
    private static final int SAMPLES = 277;
    private static final int STRIP_BYTES = 279;
    private static final int TILES = 324;
    private static final int TILE_BYTES = 325;
    private static final int SUB_DIRECTORIES = 330;
    private static final int PLANAR = 284;
    private static final int EXTRA_SAMPLES = 338;
    private static final int NOT_MULTIPLIED = 2; // extra sample: transparency that colours do not contain yet
    private static final int SAMPLE_FORMAT = 339;
    private static final int ICC = 34675;
    private static final int DNG_VERSION = 50706;
    private static final Set<Long> SENSOR = Set.of(32803L, 34892L); // photometric: colour filter array, linear raw
    private static final int MOST_DIRECTORIES = 10_000; // a loop, or a stack no photo album has

    private final byte[] file;
    private final ByteView view;

    private TiffHeader(byte[] file) {
        this.file = file;
        view = file[0] == 'I' ? ByteView.littleEndian(file, FORMAT) : ByteView.bigEndian(file, FORMAT);
    }

    static Header read(byte[] file) throws Refusal {
        return new TiffHeader(file).header();
    }

    private Header header() throws Refusal {
        Ifd first = new Ifd(view, view.u32(4));
        refuseRaw(first);
        long width = first.number(WIDTH, 0);
        long height = first.number(HEIGHT, 0);
        long[] bits = first.numbers(BITS);
        long most = Arrays.stream(bits).max().orElse(1);
        long samples = first.number(SAMPLES, 1);
        refuseColours(first, most, samples);
        if (width == 0 || height == 0) {
            throw Refusal.damaged(FORMAT, "its first page has no size");
        }
        checkData(first);
        DeclaredColour colour = first.has(ICC) ? new DeclaredColour.Icc(first.bytes(ICC)) : DeclaredColour.none();
        return new Header(
                FORMAT, width, height, (int) most, colour, Optional.of(file), pages(first), preparation(first));
    }

    private void refuseRaw(Ifd first) throws Refusal {
        boolean sensor = first.has(DNG_VERSION) || SENSOR.contains(first.number(PHOTOMETRIC, 0));
        for (long at : first.numbers(SUB_DIRECTORIES)) {
            sensor |= isSensor(at);
        }
        // A first page that calls itself a reduced picture of another one, as all makers' raw files have.
        boolean thumbnail = (first.number(KIND, 0) & 1) != 0 && first.has(SUB_DIRECTORIES);
        boolean canon = view.length() > 10 && view.ascii(8, 2).equals("CR");
        if (sensor || thumbnail || canon) {
            throw new Refusal(Reason.CAMERA_RAW, "a camera's raw file (such as DNG, CR2, NEF or ARW)");
        }
    }

    private boolean isSensor(long at) {
        try {
            return SENSOR.contains(new Ifd(view, at).number(PHOTOMETRIC, 0));
        } catch (Refusal unreadable) {
            return false; // what matters is the first page
        }
    }

    private static void refuseColours(Ifd first, long bits, long samples) throws Refusal {
        long photometric = first.number(PHOTOMETRIC, 1);
        if (photometric == 5) {
            throw new Refusal(Reason.CMYK, "the TIFF file has print colours (CMYK)");
        }
        boolean wholeNumbers = first.number(SAMPLE_FORMAT, 1) == 1;
        boolean colours = photometric <= 3 || photometric == 6; // grey either way, RGB, palette, YCbCr
        boolean invertedDeep = photometric == 0 && bits > 8; // the decoder does not invert 16 bits
        boolean deepPlanes = first.number(PLANAR, 1) == 2 && bits > 8 && samples > 1; // the decoder mixes them up
        if (!wholeNumbers || !colours || invertedDeep || deepPlanes || bits > 16 || samples > 4 || samples == 2) {
            throw new Refusal(
                    Reason.UNSUPPORTED_FORMAT,
                    "a TIFF file of " + samples + " channels with " + bits
                            + (wholeNumbers ? " bits" : " bits, not whole numbers,")
                            + " and colour kind " + photometric + " is not read");
        }
    }

    private void checkData(Ifd first) throws Refusal {
        boolean tiled = first.has(TILES);
        long[] places = first.numbers(tiled ? TILES : STRIPS);
        long[] lengths = first.numbers(tiled ? TILE_BYTES : STRIP_BYTES);
        if (places.length == 0 || (lengths.length != places.length && lengths.length != 0)) {
            throw Refusal.damaged(FORMAT, "its first page holds no picture");
        }
        for (int i = 0; i < places.length; i++) {
            view.need(places[i], lengths.length == 0 ? 1 : lengths[i]);
        }
    }

    private int pages(Ifd first) {
        Set<Long> seen = new HashSet<>();
        int pages = 1;
        try {
            Ifd page = first;
            while (page.next() != 0 && seen.add(page.next()) && seen.size() < MOST_DIRECTORIES) {
                page = new Ifd(view, page.next());
                pages += (page.number(KIND, 0) & 1) == 0 ? 1 : 0; // a thumbnail is no page
            }
        } catch (Refusal laterPagesDamaged) {
            return pages;
        }
        return pages;
    }

    /**
     * Makes two tags say that there is nothing to do: OpenCV turns TIFF pictures whatever it is told, and darkens 8-bit
     * colours by their transparency.
     */
    private Header.Preparation preparation(Ifd first) throws Refusal {
        long orientation = first.number(ORIENTATION, 1) == 1 ? 0 : first.placeOf(ORIENTATION);
        long extra = first.number(EXTRA_SAMPLES, 0) == NOT_MULTIPLIED ? first.placeOf(EXTRA_SAMPLES) : 0;
        view.need(orientation, 2);
        view.need(extra, 2);
        boolean little = file[0] == 'I';
        return bytes -> {
            for (long at : new long[] {orientation, extra}) {
                if (at != 0) {
                    bytes[(int) at] = (byte) (little ? 1 : 0);
                    bytes[(int) at + 1] = (byte) (little ? 0 : 1);
                }
            }
            return bytes.length;
        };
    }
}
