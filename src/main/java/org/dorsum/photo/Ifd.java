package org.dorsum.photo;

import java.util.HashMap;
import java.util.Map;

/**
 * One directory of a TIFF file: its fields by tag. Only what describes the stored picture is read here; what describes
 * the exposure is metadata-extractor's.
 *
 * @see <a href="https://www.itu.int/itudoc/itu-t/com16/tiff-fx/docs/tiff6.pdf">TIFF 6.0</a>
 */
final class Ifd {
    private static final int[] BYTES_OF_TYPE = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4}; // by TIFF's type number
    private static final int MOST_VALUES = 1 << 24; // more strips than any picture has: bounds what a lie can allocate

    /** Where a field's values lie. */
    private record Field(int type, long count, long at) {}

    private final ByteView view;
    private final Map<Integer, Field> fields = new HashMap<>();
    private final long next;

    Ifd(ByteView view, long at) throws Refusal {
        this.view = view;
        int n = view.u16(at);
        view.need(at + 2, 12L * n + 4);
        for (int i = 0; i < n; i++) {
            long entry = at + 2 + 12L * i;
            int type = view.u16(entry + 2);
            long count = view.u32(entry + 4);
            long size = type < BYTES_OF_TYPE.length ? BYTES_OF_TYPE[type] * count : 0;
            fields.putIfAbsent(view.u16(entry), new Field(type, count, size <= 4 ? entry + 8 : view.u32(entry + 8)));
        }
        next = view.u32(at + 2 + 12L * n);
    }

    /** Where the next directory is; 0 after the last. */
    long next() {
        return next;
    }

    boolean has(int tag) {
        return fields.containsKey(tag);
    }

    /** Where the field's values are; 0 if it is not there. */
    long placeOf(int tag) {
        Field f = fields.get(tag);
        return f == null ? 0 : f.at;
    }

    /** The field's whole numbers; none if it is not there or not of whole numbers. */
    long[] numbers(int tag) throws Refusal {
        Field f = fields.get(tag);
        if (f == null || f.count > MOST_VALUES) {
            return new long[0];
        }
        int size = f.type == 1 || f.type == 7 ? 1 : f.type == 3 ? 2 : f.type == 4 || f.type == 13 ? 4 : 0;
        view.need(f.at, size * f.count);
        long[] values = new long[size == 0 ? 0 : (int) f.count];
        for (int i = 0; i < values.length; i++) {
            long at = f.at + (long) i * size;
            values[i] = size == 1 ? view.u8(at) : size == 2 ? view.u16(at) : view.u32(at);
        }
        return values;
    }

    /** The field's first number, or {@code otherwise}. */
    long number(int tag, long otherwise) throws Refusal {
        long[] values = numbers(tag);
        return values.length == 0 ? otherwise : values[0];
    }

    /** The field's bytes, of type byte or undefined. */
    byte[] bytes(int tag) throws Refusal {
        Field f = fields.get(tag);
        return f == null ? new byte[0] : view.copy(f.at, f.count);
    }
}
