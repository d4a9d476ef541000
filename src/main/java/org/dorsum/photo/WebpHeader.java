package org.dorsum.photo;

import java.util.Optional;
import org.dorsum.photo.UnreadablePhotoException.Reason;

/**
 * Walks the chunks of a WebP file to its end.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9649">RFC 9649, WebP image format</a>
 */
final class WebpHeader {
    private static final String FORMAT = "WebP";
    private static final int FIRST_CHUNK = 12;
    private static final int ANIMATION = 0x02; // flag of the extended header
    private static final int LOSSLESS_SIZE = 0x3fff; // 14 bits hold a side less one

    private final ByteView view;
    private long width;
    private long height;
    private boolean pictureSeen;
    private DeclaredColour colour = DeclaredColour.none();
    private Optional<byte[]> exif = Optional.empty();

    private WebpHeader(byte[] file) {
        view = ByteView.littleEndian(file, FORMAT);
    }

    static Header read(byte[] file) throws Refusal {
        WebpHeader h = new WebpHeader(file);
        h.walk();
        if (!h.pictureSeen || h.width == 0 || h.height == 0) {
            throw Refusal.damaged(FORMAT, "it holds no picture");
        }
        return Header.of(FORMAT, h.width, h.height, 8, h.colour, h.exif);
    }

    private void walk() throws Refusal {
        long end = 8 + view.u32(4);
        view.need(0, end);
        long at = FIRST_CHUNK;
        while (at + 8 <= end) {
            long length = view.u32(at + 4);
            view.need(at + 8, length);
            chunk(view.ascii(at, 4), at + 8, length);
            at += 8 + length + (length & 1);
        }
    }

    private void chunk(String type, long at, long length) throws Refusal {
        switch (type) {
            case "VP8X" -> {
                if ((view.u8(at) & ANIMATION) != 0) {
                    throw new Refusal(Reason.ANIMATED, "the WebP file is an animation");
                }
                size(
                        1 + view.u16(at + 4) + ((long) view.u8(at + 6) << 16),
                        1 + view.u16(at + 7) + ((long) view.u8(at + 9) << 16));
            }
            case "VP8 " -> {
                pictureSeen = true;
                size(view.u16(at + 6) & LOSSLESS_SIZE, view.u16(at + 8) & LOSSLESS_SIZE);
            }
            case "VP8L" -> {
                pictureSeen = true;
                long sides = view.u32(at + 1);
                size((sides & LOSSLESS_SIZE) + 1, (sides >> 14 & LOSSLESS_SIZE) + 1);
            }
            case "ICCP" -> colour = new DeclaredColour.Icc(view.copy(at, length));
            case "EXIF" -> {
                // Some writers keep the six letters that JPEG needs.
                int prefix = length >= 6 && view.ascii(at, 4).equals("Exif") ? 6 : 0;
                exif = Optional.of(view.copy(at + prefix, length - prefix));
            }
            default -> {
                // says nothing about pixels
            }
        }
    }

    /** The larger of what the extended header and the picture itself say: that is what would be allocated. */
    private void size(long w, long h) {
        width = Math.max(width, w);
        height = Math.max(height, h);
    }
}
