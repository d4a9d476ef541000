package org.dorsum.photo;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Numbers out of bytes, in one byte order. What lies beyond the end is a refusal as truncated, never an exception of
 * another kind: headers lie.
 */
final class ByteView {
    private final byte[] bytes;
    private final boolean littleEndian;
    private final String format;

    private ByteView(byte[] bytes, boolean littleEndian, String format) {
        this.bytes = bytes;
        this.littleEndian = littleEndian;
        this.format = format;
    }

    static ByteView bigEndian(byte[] bytes, String format) {
        return new ByteView(bytes, false, format);
    }

    static ByteView littleEndian(byte[] bytes, String format) {
        return new ByteView(bytes, true, format);
    }

    int length() {
        return bytes.length;
    }

    /** Refuses unless the {@code length} bytes from {@code at} are there. */
    void need(long at, long length) throws Refusal {
        if (at < 0 || length < 0 || at > bytes.length - length) {
            throw Refusal.truncated(format);
        }
    }

    int u8(long at) throws Refusal {
        need(at, 1);
        return bytes[(int) at] & 0xff;
    }

    int u16(long at) throws Refusal {
        int first = u8(at);
        int second = u8(at + 1);
        return littleEndian ? second << 8 | first : first << 8 | second;
    }

    long u32(long at) throws Refusal {
        long first = u16(at);
        long second = u16(at + 2);
        return littleEndian ? second << 16 | first : first << 16 | second;
    }

    /** Signed, as BMP's sizes are. */
    int i32(long at) throws Refusal {
        return (int) u32(at);
    }

    String ascii(long at, int length) throws Refusal {
        need(at, length);
        return new String(bytes, (int) at, length, StandardCharsets.ISO_8859_1);
    }

    byte[] copy(long at, long length) throws Refusal {
        need(at, length);
        return Arrays.copyOfRange(bytes, (int) at, (int) (at + length));
    }
}
