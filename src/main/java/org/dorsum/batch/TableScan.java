package org.dorsum.batch;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** Walks over the complete lines of a table of ours, one at a time, whatever its size. */
final class TableScan {
    /** No line of ours comes near this; without it a file without line ends would be read whole. */
    private static final int LONGEST_LINE = 1 << 20;

    private final Path file;
    private final List<String> columns;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    private TableScan(Path file, List<String> columns) {
        this.file = file;
        this.columns = columns;
    }

    /** Hears of every line but the first. */
    interface Visitor {
        /**
         * A line.
         *
         * @param start where it begins, in bytes
         * @param length its bytes, with the line end
         */
        void line(long start, int length, List<String> cells) throws ResumeRefusedException;
    }

    /** Visits the lines of {@code file}, open as {@code channel}, which stays open; returns where the last complete one ends. */
    static long of(Path file, FileChannel channel, List<String> columns, Visitor visitor)
            throws IOException, ResumeRefusedException {
        channel.position(0);
        return new TableScan(file, columns).run(Channels.newInputStream(channel), visitor);
    }

    private long run(InputStream channel, Visitor visitor) throws IOException, ResumeRefusedException {
        byte[] header = line(columns).getBytes(StandardCharsets.UTF_8);
        long start = 0;
        boolean quoted = false;
        int previous = -1;
        InputStream in = new BufferedInputStream(channel, 1 << 16); // not closed: that would close the channel
        for (int b = in.read(); b >= 0; b = in.read()) {
            line.write(b);
            quoted ^= b == '"';
            if (b == '\n' && previous == '\r' && !quoted) {
                if (start == 0) {
                    checkHeader(header, line.size());
                } else {
                    visitor.line(start, line.size(), cells(text(line.toByteArray())));
                }
                start += line.size();
                line.reset();
            } else if (line.size() > LONGEST_LINE) {
                throw notOurs();
            }
            previous = b;
        }
        if (start == 0) {
            checkHeader(header, line.size());
        }
        return start;
    }

    /** The first line, or as much of it as there is. */
    private void checkHeader(byte[] header, int length) throws ResumeRefusedException {
        byte[] there = line.toByteArray();
        if (length > header.length || !java.util.Arrays.equals(there, 0, length, header, 0, length)) {
            throw notOurs();
        }
    }

    /** The cells of a line as text. */
    List<String> cells(String text) throws IOException, ResumeRefusedException {
        try (CSVParser parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
            List<String> cells = parser.iterator().next().toList();
            if (cells.size() != columns.size()) {
                throw notOurs();
            }
            return cells;
        } catch (UncheckedIOException e) {
            throw notOurs();
        }
    }

    private String text(byte[] bytes) throws ResumeRefusedException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw notOurs();
        }
    }

    private ResumeRefusedException notOurs() {
        return new ResumeRefusedException(
                file + ": it is not a table that this release of Dorsum wrote, so it cannot be continued;"
                        + " name another file or leave --resume away");
    }

    /** The cells of a line that {@link #of} has seen. */
    static List<String> parsed(String text) throws IOException {
        try (CSVParser parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
            return parser.iterator().next().toList();
        }
    }

    private static String line(List<String> cells) {
        return CSVFormat.RFC4180.format(cells.toArray()) + "\r\n";
    }
}
