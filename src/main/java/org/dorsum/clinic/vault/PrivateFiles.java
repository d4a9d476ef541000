package org.dorsum.clinic.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Files and folders that only their owner may open, where the file system knows owners; and what makes them last. */
final class PrivateFiles {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private PrivateFiles() {}

    /** Makes the folder and those above it. */
    static void createFolder(Path folder) throws IOException {
        Files.createDirectories(folder, owner("rwx------"));
    }

    /** Writes a file that is not there yet, and is on the disk when this returns. */
    static void create(Path file, byte[] content) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            createFolder(parent);
        }
        try (FileChannel out = newFile(file)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(true);
        }
        if (parent != null) {
            keepNames(parent);
        }
    }

    /** A file that is not there yet, open for writing. */
    static FileChannel newFile(Path file) throws IOException {
        return FileChannel.open(
                file, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner("rw-------"));
    }

    /** Makes sure that what was created, moved or deleted in {@code folder} stays so after a power cut. */
    static void keepNames(Path folder) throws IOException {
        if (POSIX) { // elsewhere a folder cannot be opened, and need not be
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    /** Whether anyone but the owner may do anything with the file. */
    static boolean openToOthers(Path file) throws IOException {
        return POSIX
                && Files.getPosixFilePermissions(file).stream()
                        .anyMatch(p -> p != PosixFilePermission.OWNER_READ
                                && p != PosixFilePermission.OWNER_WRITE
                                && p != PosixFilePermission.OWNER_EXECUTE);
    }

    private static FileAttribute<?>[] owner(String permissions) {
        if (!POSIX) {
            return new FileAttribute<?>[0];
        }
        Set<PosixFilePermission> set = PosixFilePermissions.fromString(permissions);
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(set)};
    }
}
