package org.dorsum.batch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * A text file that is written row by row, each row complete on disk before the next begins; a row for which there is no room
 * is taken back.
 *
 * <p>Rows that the file holds already at the same place are left as they are, so that resuming a batch writes nothing
 * until it has caught up. Where it {@link #differs} the rest has to be {@link #cut} off, by whoever has saved it.
 */
final class RowFile implements Closeable {
    private final Path path;
    private final FileChannel channel;
    private boolean catchingUp;

    private RowFile(Path path, FileChannel channel, boolean catchingUp) {
        this.path = path;
        this.channel = channel;
        this.catchingUp = catchingUp;
    }

    /** An empty file. */
    static RowFile create(Path path) throws IOException {
        RowFile file = new RowFile(path, open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE), false);
        if (Files.isRegularFile(path)) {
            file.channel.truncate(0);
        }
        return file;
    }

    /** Opens a file that no other program writes; what cannot be locked, a device or a pipe, is opened without. */
    private static FileChannel open(Path path, OpenOption... options) throws IOException {
        FileChannel channel = FileChannel.open(path, options);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // this program itself writes it
        } catch (IOException e) {
            return channel;
        }
        channel.close();
        throw new FileSystemException(path.toString(), null, "another batch is writing it");
    }

    /**
     * A file whose rows may be there already.
     *
     * @param complete where the last complete row ends; what follows was torn off and is dropped
     */
    static RowFile resume(Path path, long complete) throws IOException {
        RowFile file = new RowFile(
                path, open(path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE), true);
        if (file.channel.size() > complete) {
            file.channel.truncate(complete);
        }
        return file;
    }

    /** Whether the file holds something else where {@code text} is to be written next. */
    boolean differs(String text) throws IOException {
        byte[] next = text.getBytes(StandardCharsets.UTF_8);
        byte[] there = catchingUp ? there(next.length) : new byte[0];
        return !Arrays.equals(there, 0, there.length, next, 0, there.length);
    }

    /** Drops everything from here on. */
    void cut() throws IOException {
        if (catchingUp) {
            channel.truncate(channel.position());
            catchingUp = false;
        }
    }

    void write(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long start = channel.position();
        if (catchingUp && Arrays.equals(there(bytes.length), bytes)) {
            channel.position(start + bytes.length);
            return;
        }
        cut();
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            FileSystemException named = new FileSystemException(path.toString(), null, e.getMessage());
            named.initCause(e);
            takeBack(start, named);
            throw named;
        }
    }

    private void takeBack(long start, IOException why) {
        try {
            channel.truncate(start);
        } catch (IOException e) {
            why.addSuppressed(e); // no file, but a device or a pipe
        }
    }

    /** What stands at the present place, at most {@code length} bytes. */
    private byte[] there(int length) throws IOException {
        ByteBuffer there = ByteBuffer.allocate(length);
        long start = channel.position();
        while (there.hasRemaining() && channel.read(there, start + there.position()) >= 0) {
            // reads until the buffer is full or the file ends
        }
        return Arrays.copyOf(there.array(), there.position());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
