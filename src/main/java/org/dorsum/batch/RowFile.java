package org.dorsum.batch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * A text file that is written row by row, each row complete on disk before the next begins.
 *
 * <p>Rows that the file holds already at the same place are left as they are, so that resuming a batch writes nothing
 * until it has caught up, and a second interruption loses nothing. At the first difference the rest is cut off.
 */
final class RowFile implements Closeable {
    private final FileChannel channel;
    private boolean catchingUp;

    private RowFile(FileChannel channel, boolean catchingUp) {
        this.channel = channel;
        this.catchingUp = catchingUp;
    }

    /** An empty file. */
    static RowFile create(Path path) throws IOException {
        return new RowFile(
                FileChannel.open(
                        path,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING),
                false);
    }

    /** A file whose rows may be there already. */
    static RowFile resume(Path path) throws IOException {
        return new RowFile(
                FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE),
                true);
    }

    void write(String row) throws IOException {
        byte[] bytes = row.getBytes(StandardCharsets.UTF_8);
        if (catchingUp && holds(bytes)) {
            return;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private boolean holds(byte[] row) throws IOException {
        long start = channel.position();
        ByteBuffer there = ByteBuffer.allocate(row.length);
        while (there.hasRemaining() && channel.read(there) >= 0) {
            // reads until the row is full or the file ends
        }
        if (!there.hasRemaining() && Arrays.equals(there.array(), row)) {
            return true;
        }
        channel.truncate(start);
        channel.position(start);
        catchingUp = false;
        return false;
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            if (catchingUp) {
                channel.truncate(channel.position());
            }
        }
    }
}
