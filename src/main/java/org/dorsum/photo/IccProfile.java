package org.dorsum.photo;

import java.util.HashMap;
import java.util.Map;

/**
 * Reads the tags of an ICC profile that describe a space of three primaries or of grey.
 *
 * <p>The platform's own classes know neither parametric curves (all profiles of Apple's have them) nor do they check what
 * they read; its colour engine is left to profiles made of tables.
 *
 * @see <a href="https://www.color.org/specification/ICC.1-2022-05.pdf">ICC.1:2022, clauses 7, 9 and 10</a>
 */
final class IccProfile {
    private static final int TAG_TABLE = 128;
    private static final int MOST_TAGS = 1000; // real profiles have below 50
    private static final int MAGIC = 36;
    private static final double FIXED_16 = 65536; // s15Fixed16Number
    private static final double FIXED_8 = 256; // u8Fixed8Number
    private static final int[] PARAMETERS = {1, 3, 4, 5, 7}; // of the parametric curve, by its kind

    private final ByteView view;
    private final Map<String, Long> tags = new HashMap<>();

    private IccProfile(byte[] bytes) {
        view = ByteView.bigEndian(bytes, "profile");
    }

    /** What a profile turned out to be. */
    sealed interface Kind {
        /** Primaries and curves. */
        record Primaries(RgbSpace space) implements Kind {}

        /** Tables of colours: for the platform's colour engine. */
        record Tables() implements Kind {}
    }

    /** Reads the profile; a refusal says why it cannot be used. */
    static Kind read(byte[] bytes) throws Refusal {
        try {
            return new IccProfile(bytes).kind();
        } catch (ArithmeticException degenerate) {
            throw Refusal.damaged("profile", "its primaries do not span a colour space");
        }
    }

    private Kind kind() throws Refusal {
        if (!view.ascii(MAGIC, 4).equals("acsp")) {
            throw Refusal.damaged("profile", "it is no ICC profile");
        }
        view.need(0, view.u32(0));
        long count = Math.min(view.u32(TAG_TABLE), MOST_TAGS);
        for (int i = 0; i < count; i++) {
            long entry = TAG_TABLE + 4 + 12L * i;
            view.need(view.u32(entry + 4), view.u32(entry + 8));
            tags.putIfAbsent(view.ascii(entry, 4), view.u32(entry + 4));
        }
        String space = view.ascii(16, 4);
        if (space.equals("GRAY")) {
            ToneCurve curve = curve("kTRC");
            return new Kind.Primaries(
                    new RgbSpace("embedded grey profile", Matrix3.diagonal(1, 1, 1), curve, curve, curve));
        }
        if (!space.equals("RGB ")) {
            throw Refusal.damaged("profile", "it is for the colour space " + space.strip());
        }
        if (tags.containsKey("A2B0") || !tags.containsKey("rXYZ")) {
            return new Kind.Tables();
        }
        return new Kind.Primaries(RgbSpace.ofConnectionSpace(primaries(), curve("rTRC"), curve("gTRC"), curve("bTRC")));
    }

    private Matrix3 primaries() throws Refusal {
        double[] columns = new double[9];
        String[] names = {"rXYZ", "gXYZ", "bXYZ"};
        for (int c = 0; c < 3; c++) {
            long at = tag(names[c]);
            for (int row = 0; row < 3; row++) {
                columns[3 * row + c] = fixed(at + 8 + 4L * row);
            }
        }
        return new Matrix3(columns);
    }

    private ToneCurve curve(String name) throws Refusal {
        long at = tag(name);
        String type = view.ascii(at, 4);
        if (type.equals("curv")) {
            return sampled(at);
        }
        if (type.equals("para")) {
            return parametric(at);
        }
        throw Refusal.damaged("profile", "its curve is of the unknown kind " + type);
    }

    private ToneCurve sampled(long at) throws Refusal {
        long n = view.u32(at + 8);
        if (n == 0) {
            return v -> v;
        }
        if (n == 1) {
            return ToneCurve.power(view.u16(at + 12) / FIXED_8);
        }
        view.need(at + 12, 2 * n);
        double[] values = new double[(int) n];
        for (int i = 0; i < values.length; i++) {
            values[i] = view.u16(at + 12 + 2L * i) / 65535.0;
        }
        return ToneCurve.table(values);
    }

    private ToneCurve parametric(long at) throws Refusal {
        int kind = view.u16(at + 8);
        if (kind >= PARAMETERS.length) {
            throw Refusal.damaged("profile", "its parametric curve is of the unknown kind " + kind);
        }
        double[] p = new double[7]; // g a b c d e f, in the order of the file
        for (int i = 0; i < PARAMETERS[kind]; i++) {
            p[i] = fixed(at + 12 + 4L * i);
        }
        return switch (kind) {
            case 0 -> ToneCurve.power(p[0]);
            case 1 -> ToneCurve.parametric(p[0], p[1], p[2], 0, -p[2] / p[1], 0, 0);
            case 2 -> ToneCurve.parametric(p[0], p[1], p[2], 0, -p[2] / p[1], p[3], p[3]);
            case 3 -> ToneCurve.parametric(p[0], p[1], p[2], p[3], p[4], 0, 0);
            default -> ToneCurve.parametric(p[0], p[1], p[2], p[3], p[4], p[5], p[6]);
        };
    }

    private double fixed(long at) throws Refusal {
        return view.i32(at) / FIXED_16;
    }

    private long tag(String name) throws Refusal {
        Long at = tags.get(name);
        if (at == null) {
            throw Refusal.damaged("profile", "it has no " + name);
        }
        return at;
    }
}
