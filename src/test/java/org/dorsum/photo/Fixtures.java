package org.dorsum.photo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.dorsum.image.Codec;
import org.dorsum.image.RgbImage;

/** Files for the tests of this package, made by hand. */
final class Fixtures {
    private Fixtures() {}

    /** No symmetry at all: a different colour in every corner; smooth enough for JPEG. */
    static RgbImage picture() {
        return RgbImage.of(48, 32, (x, y) -> (20 + 4 * x) << 16 | (30 + 6 * y) << 8 | (200 - 2 * x - 2 * y));
    }

    /** The same with 16 bits, of which the lower eight matter. */
    static RgbImage deepPicture() {
        short[] v = new short[48 * 32 * 3];
        for (int i = 0; i < v.length; i++) {
            v[i] = (short) (i * 14 + i % 3 * 911);
        }
        return RgbImage.of(48, 32, v);
    }

    static RgbImage filled(int rgb) {
        return RgbImage.of(16, 16, (x, y) -> rgb);
    }

    static RgbImage greyRamp() {
        return RgbImage.of(32, 16, (x, y) -> 0x010101 * (8 * x));
    }

    static byte[] jpeg(RgbImage image) {
        return Codec.jpeg(image, 100);
    }

    /** The JPEG file with a segment behind its first two bytes. */
    static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        ByteBuffer out = ByteBuffer.allocate(jpeg.length + content.length + 4);
        out.put(jpeg, 0, 2).put((byte) 0xff).put((byte) marker).putShort((short) (content.length + 2));
        return out.put(content).put(jpeg, 2, jpeg.length - 2).array();
    }

    static byte[] jpegWithExif(byte[] jpeg, byte[] exif) {
        return withSegment(jpeg, 0xe1, join("Exif\0\0", exif));
    }

    /** The profile in one part or, to be read in the order of their numbers, in two. */
    static byte[] jpegWithIcc(byte[] jpeg, byte[] profile, int parts) {
        int half = parts == 1 ? profile.length : profile.length / 2;
        byte[] first = join("ICC_PROFILE\0\1" + (char) parts, Arrays.copyOf(profile, half));
        byte[] file = withSegment(jpeg, 0xe2, first);
        if (parts == 2) {
            byte[] rest = Arrays.copyOfRange(profile, half, profile.length);
            file = withSegment(file, 0xe2, join("ICC_PROFILE\0\2\2", rest)); // lies before the first
        }
        return file;
    }

    /** The PNG file with a chunk behind its header. */
    static byte[] withChunk(byte[] png, String type, byte[] content) {
        int at = 8 + 25;
        byte[] typed = join(type, content);
        CRC32 sum = new CRC32();
        sum.update(typed);
        ByteBuffer out = ByteBuffer.allocate(png.length + content.length + 12);
        out.put(png, 0, at).putInt(content.length).put(typed).putInt((int) sum.getValue());
        return out.put(png, at, png.length - at).array();
    }

    static byte[] pngWithIcc(byte[] png, byte[] profile) {
        return withChunk(png, "iCCP", join("a name\0\0", deflate(profile)));
    }

    static byte[] deflate(byte[] bytes) {
        Deflater deflater = new Deflater();
        deflater.setInput(bytes);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] part = new byte[1024];
        while (!deflater.finished()) {
            out.write(part, 0, deflater.deflate(part));
        }
        deflater.end();
        return out.toByteArray();
    }

    /** The WebP file of one picture chunk in the extended form, with another chunk before or behind the picture. */
    static byte[] webpWith(byte[] webp, String type, byte[] content, int width, int height) {
        int flag = type.equals("ICCP") ? 0x20 : type.equals("EXIF") ? 0x08 : 0x02;
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(latin1("WEBPVP8X\n\0\0\0"));
        body.write(flag);
        body.writeBytes(new byte[3]);
        body.writeBytes(new byte[] {(byte) (width - 1), 0, 0, (byte) (height - 1), 0, 0});
        byte[] picture = Arrays.copyOfRange(webp, 12, webp.length);
        byte[] extra = riff(type, content);
        body.writeBytes(type.equals("ICCP") ? extra : picture);
        body.writeBytes(type.equals("ICCP") ? picture : extra);
        return riff("RIFF", body.toByteArray());
    }

    private static byte[] riff(String type, byte[] content) {
        ByteBuffer out = ByteBuffer.allocate(8 + content.length + content.length % 2);
        return out.put(latin1(type))
                .putInt(Integer.reverseBytes(content.length))
                .put(content)
                .array();
    }

    static byte[] join(String head, byte[] tail) {
        byte[] h = latin1(head);
        byte[] both = Arrays.copyOf(h, h.length + tail.length);
        System.arraycopy(tail, 0, both, h.length, tail.length);
        return both;
    }

    static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
