package org.dorsum.photo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes ICC profiles: the platform ships none of those that photos carry. */
final class IccBuilder {
    // Primaries in the connection space as the published profiles state them: red, green, blue, each X Y Z.
    private static final double[] SRGB = {.43607, .22249, .01392, .38515, .71687, .09708, .14307, .06061, .71410};
    private static final double[] P3 = {.51512, .24120, -.00105, .29198, .69225, .04189, .15710, .06657, .78407};
    private static final double[] ADOBE = {.60974, .31111, .01947, .20528, .62567, .06087, .14919, .06322, .74457};
    private static final double[] PROPHOTO = {.79767, .28804, 0, .13519, .71188, 0, .03134, .00009, .82491};

    private final Map<String, byte[]> tags = new LinkedHashMap<>();
    private final String space;
    private String connection = "XYZ ";

    private IccBuilder(String space) {
        this.space = space;
        // mandatory for the platform's engine
        tag("desc", join(latin1("desc\0\0\0\0\0\0\0\7"), latin1("my Mac\0"), new byte[78]));
        tag("cprt", latin1("text\0\0\0\0none\0"));
        tag("wtpt", xyz(.9642, 1, .82491));
    }

    static byte[] srgb() {
        return primaries(SRGB, parametricSrgb()).build();
    }

    static byte[] displayP3() {
        return primaries(P3, parametricSrgb()).build();
    }

    static byte[] adobeRgb() {
        return primaries(ADOBE, gamma(563.0 / 256)).build();
    }

    static byte[] proPhoto() {
        return primaries(PROPHOTO, gamma(1.8)).build();
    }

    /** Display P3 with the curve as 1024 samples. */
    static byte[] sampledDisplayP3() {
        ByteBuffer curve =
                ByteBuffer.allocate(12 + 2 * 1024).put(latin1("curv\0\0\0\0")).putInt(1024);
        for (int i = 0; i < 1024; i++) {
            double v = i / 1023.0;
            double l = v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
            curve.putShort((short) Math.round(65535 * l));
        }
        return primaries(P3, curve.array()).build();
    }

    static byte[] grey(double exponent) {
        return new IccBuilder("GRAY").tag("kTRC", gamma(exponent)).build();
    }

    /** One parametric curve for all channels, sRGB's primaries. */
    static byte[] withCurve(int kind, double... parameters) {
        return primaries(SRGB, parametric(kind, parameters)).build();
    }

    /** A profile of tables: L* is the mean of red, green and blue, a* and b* are 0. */
    static byte[] lightnessTable() {
        IccBuilder b = new IccBuilder("RGB ");
        b.connection = "Lab ";
        ByteArrayOutputStream lut = new ByteArrayOutputStream();
        lut.writeBytes(latin1("mft1\0\0\0\0"));
        lut.writeBytes(new byte[] {3, 3, 2, 0}); // inputs, outputs, grid
        for (int i = 0; i < 9; i++) {
            lut.writeBytes(s15(i % 4 == 0 ? 1 : 0));
        }
        byte[] ramp = new byte[256];
        for (int i = 0; i < 256; i++) {
            ramp[i] = (byte) i;
        }
        for (int c = 0; c < 3; c++) {
            lut.writeBytes(ramp);
        }
        for (int corner = 0; corner < 8; corner++) {
            lut.writeBytes(new byte[] {(byte) (85 * Integer.bitCount(corner)), (byte) 128, (byte) 128});
        }
        for (int c = 0; c < 3; c++) {
            lut.writeBytes(ramp);
        }
        return b.tag("A2B0", lut.toByteArray()).build();
    }

    static byte[] forSpace(String space) {
        return new IccBuilder(space).build();
    }

    static byte[] without(String tag) {
        IccBuilder b = primaries(P3, parametricSrgb());
        b.tags.remove(tag);
        return b.build();
    }

    private static IccBuilder primaries(double[] p, byte[] curve) {
        return new IccBuilder("RGB ")
                .tag("rXYZ", xyz(p[0], p[1], p[2]))
                .tag("gXYZ", xyz(p[3], p[4], p[5]))
                .tag("bXYZ", xyz(p[6], p[7], p[8]))
                .tag("rTRC", curve)
                .tag("gTRC", curve)
                .tag("bTRC", curve);
    }

    private IccBuilder tag(String name, byte[] data) {
        tags.put(name, Arrays.copyOf(data, (data.length + 3) / 4 * 4));
        return this;
    }

    private byte[] build() {
        int head = 128 + 4 + 12 * tags.size();
        int size = head + tags.values().stream().mapToInt(t -> t.length).sum();
        ByteBuffer out = ByteBuffer.allocate(size);
        out.putInt(0, size).putInt(8, 0x02400000);
        out.put(12, latin1("mntr" + space + connection)).put(36, latin1("acsp"));
        out.put(68, Arrays.copyOfRange(xyz(.9642, 1, .82491), 8, 20));
        out.position(128).putInt(tags.size());
        int at = head;
        for (Map.Entry<String, byte[]> t : tags.entrySet()) {
            out.put(latin1(t.getKey())).putInt(at).putInt(t.getValue().length);
            out.put(at, t.getValue());
            at += t.getValue().length;
        }
        return out.array();
    }

    private static byte[] parametricSrgb() {
        return parametric(3, 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045);
    }

    private static byte[] parametric(int kind, double... parameters) {
        ByteBuffer out = ByteBuffer.allocate(12 + 4 * parameters.length);
        out.put(latin1("para\0\0\0\0")).putShort((short) kind).putShort((short) 0);
        for (double p : parameters) {
            out.put(s15(p));
        }
        return out.array();
    }

    private static byte[] gamma(double exponent) {
        return join(
                latin1("curv\0\0\0\0\0\0\0\1"),
                ByteBuffer.allocate(2)
                        .putShort((short) Math.round(256 * exponent))
                        .array());
    }

    private static byte[] xyz(double x, double y, double z) {
        return join(latin1("XYZ \0\0\0\0"), s15(x), s15(y), s15(z));
    }

    private static byte[] s15(double v) {
        return ByteBuffer.allocate(4).putInt((int) Math.round(65536 * v)).array();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] p : parts) {
            out.writeBytes(p);
        }
        return out.toByteArray();
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
