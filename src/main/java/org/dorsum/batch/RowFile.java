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
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Optional;

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
    private final boolean regular;
    private final boolean created;
    private final Optional<Object> identity;
    private boolean catchingUp;
    private boolean begun;

    private RowFile(Path path, FileChannel channel, boolean created) throws IOException {
        this.path = path;
        this.channel = channel;
        this.created = created;
        this.regular = Files.isRegularFile(path);
        this.identity = identity(path);
    }

    /** An empty file. */
    static RowFile create(Path path) throws IOException {
        RowFile file = open(path, false);
        file.restart();
        return file;
    }

    /**
     * Opens a file and holds it against other batches; nothing in it is changed before {@link #restart} or {@link #resumeAt}. Whoever
     * reads the same file in this process must not close it again before this is closed: that would let go of the lock (POSIX).
     *
     * @param resume whether its rows are to be read
     */
    static RowFile open(Path path, boolean resume) throws IOException {
        boolean created = !Files.exists(path);
        return new RowFile(
                path,
                resume
                        ? open(path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE)
                        : open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE),
                created);
    }

    /** Begins anew: what was there is gone. */
    void restart() throws IOException {
        begun = true;
        if (regular) {
            channel.truncate(0);
        }
    }

    /** What the file system knows the file by; nothing where it has no such thing. */
    private static Optional<Object> identity(Path path) throws IOException {
        return Optional.ofNullable(
                Files.readAttributes(path, BasicFileAttributes.class).fileKey());
    }

    /** Notices when the file that is written is no longer the one of that name, as when another program saved or deleted it. */
    void checkInPlace() throws IOException {
        boolean there = Files.exists(path) && identity(path).equals(identity);
        if (regular && !there) {
            throw new FileSystemException(
                    path.toString(),
                    null,
                    "another program replaced or deleted it while rows were written, so rows are missing; run the batch again");
        }
    }

    /** What was written is on the disk, not only on its way there. */
    void force() throws IOException {
        if (regular) {
            channel.force(false);
        }
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
     * Goes on with a file whose rows may be there already.
     *
     * @param complete where the last complete row ends; what follows was torn off and is dropped
     */
    void resumeAt(long complete) throws IOException {
        begun = true;
        catchingUp = true;
        if (channel.size() > complete) {
            channel.truncate(complete);
        }
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

    /** Writes a row, unless it stands there already; answers whether it had to be written. */
    boolean write(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long start = channel.position();
        if (catchingUp && Arrays.equals(there(bytes.length), bytes)) {
            channel.position(start + bytes.length);
            return false;
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
        return true;
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

    /** Closes it; a file that was made and in which nothing was begun is not left behind. */
    @Override
    public void close() throws IOException {
        channel.close();
        if (created && !begun) {
            Files.deleteIfExists(path);
        }
    }
}
