package org.dorsum.clinic.vault;

import com.google.crypto.tink.StreamingAead;
import java.io.BufferedInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dorsum.clinic.data.Ids;

/**
 * Encrypted files under random names. Nothing unencrypted ever touches the disk. A file appears whole or not at all: it is
 * written beside its place, forced to the disk, then moved there. The name is part of what is authenticated, so that one file
 * cannot stand in for another. Safe for use by many threads and O(1) in memory: 4 KB segments.
 *
 * <p>{@code <data>/vault/<two digits>/<id>}; {@code <data>/vault/new} holds what is being written, and is emptied when the vault
 * is opened. One process at a time has it open.
 */
public final class Vault implements AutoCloseable {
    static final String FOLDER = "vault";
    private static final String NEW = "new";

    private static final String LOCK = "lock";
    private static final String IDENTITY = "id";

    private final Path folder;
    private final StreamingAead aead;
    private final FileChannel lock;

    private Vault(Path folder, StreamingAead aead, FileChannel lock) {
        this.folder = folder;
        this.aead = aead;
        this.lock = lock;
    }

    /**
     * The vault in the folder {@code data}, which is made if it is not there; leftovers of an earlier process are deleted.
     *
     * @throws IllegalStateException if another process has it open, or this one has
     */
    public static Vault open(Path data, VaultKey key) {
        Path folder = data.resolve(FOLDER);
        try {
            PrivateFiles.createFolder(folder.resolve(NEW));
            FileChannel lock = locked(folder.resolve(LOCK));
            for (Path leftover : list(folder.resolve(NEW))) {
                Files.deleteIfExists(leftover);
            }
            return new Vault(folder, key.files(), lock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One process at a time: two would take each other's new files for leftovers. Given back when a process ends, however. */
    private static FileChannel locked(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // held by this process
        }
        channel.close();
        throw new IllegalStateException("the data in " + file.getParent() + " is in use by another process");
    }

    /** Lets another process open it. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        /** Writes all of it to {@code out}, which the caller closes. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Stores {@code content} and answers its id; it is on the disk, under its name, when this returns. */
    public String put(byte[] content) throws IOException {
        return put(out -> out.write(content));
    }

    /** Stores what {@code content} writes and answers its id; nothing is left if it throws. */
    public String put(Content content) throws IOException {
        String id = Ids.random();
        Path temporary = folder.resolve(NEW).resolve(id);
        try {
            try (FileChannel channel = PrivateFiles.newFile(temporary)) {
                try (OutputStream out =
                        aead.newEncryptingStream(new KeptOpen(Channels.newOutputStream(channel)), associated(id))) {
                    content.writeTo(out);
                }
                channel.force(true);
            } catch (GeneralSecurityException e) {
                throw new IOException("the file cannot be encrypted", e);
            }
            Path place = place(id);
            Path parent = folder.resolve(id.substring(0, 2));
            if (!Files.isDirectory(parent)) {
                PrivateFiles.createFolder(parent);
                PrivateFiles.keepNames(folder);
            }
            Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
            PrivateFiles.keepNames(parent);
            return id;
        } catch (IOException | RuntimeException | Error e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
    }

    /** The content of a file, to be read to its end: only then is it known to be whole. */
    public InputStream open(String id) throws IOException {
        InputStream stored = new BufferedInputStream(Files.newInputStream(place(id)), 1 << 13);
        try {
            return aead.newDecryptingStream(stored, associated(id));
        } catch (GeneralSecurityException e) {
            stored.close();
            throw new IOException("the file cannot be decrypted", e);
        }
    }

    /**
     * The content of a file.
     *
     * @throws DamagedException if it was changed, exchanged or belongs to another key
     */
    public byte[] read(String id) {
        try (InputStream in = open(id)) {
            return in.readAllBytes();
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException(e);
        } catch (IOException e) {
            throw new DamagedException("a stored file does not open", e);
        }
    }

    /** Whether there is such a file. */
    public boolean contains(String id) {
        return Files.exists(place(id));
    }

    /** Deletes a file, if it is there. */
    public void delete(String id) {
        try {
            Path place = place(id);
            if (Files.deleteIfExists(place)) {
                PrivateFiles.keepNames(folder.resolve(id.substring(0, 2)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ids of all files, in no order. */
    public List<String> ids() {
        try {
            return list(folder).stream()
                    .filter(f -> !f.endsWith(NEW))
                    .flatMap(f -> unchecked(f).stream())
                    .map(f -> String.valueOf(f.getFileName()))
                    .filter(Ids::valid)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> unchecked(Path folder) {
        try {
            return Files.isDirectory(folder) ? list(folder) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /** Where the encrypted file lies. */
    Path place(String id) {
        return within(folder, id);
    }

    private static Path within(Path folder, String id) {
        String checked = Ids.checked(id);
        return folder.resolve(checked.substring(0, 2)).resolve(checked);
    }

    /** Where the vault of a clinic's {@code data} lies. */
    public static Path folder(Path data) {
        return data.resolve(FOLDER);
    }

    /** Where an encrypted file of a vault lies: for copying it as it is, whether the vault is open or not. */
    public static Path place(Path data, String id) {
        return within(folder(data), id);
    }

    /** The id by which a database knows this vault; empty for a new one. */
    public Optional<String> identity() {
        return identity(folder.resolve(IDENTITY));
    }

    private static Optional<String> identity(Path file) {
        try {
            return Files.exists(file)
                    ? Optional.of(Ids.checked(Files.readString(file).strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives the vault in {@code data}, which has none yet, the id by which its database knows it. */
    public static void identify(Path data, String id) throws IOException {
        PrivateFiles.create(folder(data).resolve(IDENTITY), Ids.checked(id).getBytes(StandardCharsets.UTF_8));
    }

    /** Gives this vault, which has none yet, the id by which its database knows it. */
    public void identify(String id) {
        try {
            PrivateFiles.create(folder.resolve(IDENTITY), Ids.checked(id).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts an encrypted file back where {@link #place(Path, String)} found it, in a vault that is not open. */
    public static void copyIn(Path data, String id, InputStream encrypted) throws IOException {
        Path place = place(data, id);
        PrivateFiles.createFolder(folder(data).resolve(id.substring(0, 2)));
        try (FileChannel channel = PrivateFiles.newFile(place)) {
            encrypted.transferTo(Channels.newOutputStream(channel));
            channel.force(true);
        }
    }

    private static byte[] associated(String id) {
        return id.getBytes(StandardCharsets.UTF_8);
    }

    /** Ends the encrypted stream without closing the file, which is yet to be forced to the disk. */
    private static final class KeptOpen extends FilterOutputStream {
        KeptOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
