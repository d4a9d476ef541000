package org.dorsum.batch;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Lists of texts between a batch and its worker processes, each text after its length in bytes. */
final class Frames {
    /** Begins every list: what a native library prints in between is noticed. */
    private static final int MARK = 0x446f7273;
    /** The rows of one photo are some hundred kilobytes at most. */
    private static final int LONGEST = 1 << 26;

    private Frames() {}

    static void write(DataOutputStream out, List<String> texts) throws IOException {
        out.writeInt(MARK);
        out.writeInt(texts.size());
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
        out.flush();
    }

    /**
     * The next list, of {@code size} texts.
     *
     * @throws java.io.EOFException if the other side has gone
     */
    static List<String> read(DataInputStream in, int size) throws IOException {
        if (in.readInt() != MARK || in.readInt() != size) {
            throw new IOException("what the other process sent is no list of " + size + " texts");
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int length = in.readInt();
            if (length < 0 || length > LONGEST) {
                throw new IOException("what the other process sent has a text of " + length + " bytes");
            }
            byte[] bytes = new byte[length];
            in.readFully(bytes);
            texts.add(new String(bytes, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
