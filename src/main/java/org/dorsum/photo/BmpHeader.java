package org.dorsum.photo;

import java.util.Optional;
import org.dorsum.photo.UnreadablePhotoException.Reason;

/**
 * Reads the header of a BMP file and checks that its rows are all there.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/gdi/bitmap-storage">Microsoft: bitmap storage</a>
 */
final class BmpHeader {
    private static final String FORMAT = "BMP";
    private static final int INFO = 14; // where the second header begins
    private static final int OLDEST = 12; // length of the second header of OS/2 1.x: 16-bit sizes
    private static final int EMBEDDED = 0x4d424544; // 'MBED': a profile lies in the file
    private static final int V5 = 124; // length of the second header that can name a profile

    private BmpHeader() {}

    static Header read(byte[] file) throws Refusal {
        ByteView v = ByteView.littleEndian(file, FORMAT);
        long pixels = v.u32(10);
        long headerLength = v.u32(INFO);
        boolean oldest = headerLength == OLDEST;
        long width = oldest ? v.u16(INFO + 4) : v.i32(INFO + 4);
        long height = oldest ? v.u16(INFO + 6) : Math.abs((long) v.i32(INFO + 8)); // negative: top row first
        int bits = v.u16(INFO + (oldest ? 10 : 14));
        long compression = oldest ? 0 : v.u32(INFO + 16);
        if (width <= 0 || height == 0 || bits == 0) {
            throw Refusal.damaged(FORMAT, "its size is " + width + " × " + height);
        }
        if (compression > 3) {
            throw new Refusal(Reason.UNSUPPORTED_FORMAT, "a BMP file that wraps another format is not read");
        }
        boolean plain = compression == 0 || compression == 3; // 3: as 0, with masks for the channels
        long row = (width * bits + 31) / 32 * 4;
        v.need(pixels, plain ? row * height : v.u32(INFO + 20));
        return Header.of(FORMAT, width, height, 8, colour(v, headerLength), Optional.empty());
    }

    private static DeclaredColour colour(ByteView v, long headerLength) throws Refusal {
        if (headerLength < V5 || v.u32(INFO + 56) != EMBEDDED) {
            return DeclaredColour.none();
        }
        return new DeclaredColour.Icc(v.copy(INFO + v.u32(INFO + 112), v.u32(INFO + 116)));
    }
}
