package org.dorsum.image;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Native libraries that lie packed in jars, unpacked once instead of at every start, which costs half a second each: into a
 * cache folder, {@code $DORSUM_CACHE}, else {@code $XDG_CACHE_HOME/dorsum}, else {@code ~/.cache/dorsum}; where none of these
 * can be written, into a temporary folder. Written under another name and moved into place, so that a process killed in
 * between or a second one at the same time does no harm.
 */
public final class NativeLibrary {
    private NativeLibrary() {}

    /**
     * The folder into which libraries were unpacked that have to lie together. Empty where one of them is not packed for this
     * platform or nothing can be written: then their own loader may try.
     *
     * @param resources folder within the jar, from its root
     * @param platform folder of this platform's libraries in it
     * @param names of the libraries, without what the platform puts around them
     */
    public static Optional<Path> unpackedTogether(String resources, String platform, String... names) {
        List<URL> packed = new ArrayList<>();
        List<String> files = new ArrayList<>();
        long size = 0;
        for (String name : names) {
            String file = System.mapLibraryName(name);
            URL url = NativeLibrary.class.getResource(resources + platform + "/" + file);
            if (url == null) {
                return Optional.empty();
            }
            packed.add(url);
            files.add(file);
            size = 31 * size + length(url);
        }
        try {
            return Optional.of(unpacked(packed, files, names[0] + "-" + Long.toHexString(size) + "/" + platform));
        } catch (UnsatisfiedLinkError nowhereToWrite) {
            return Optional.empty();
        }
    }

    private static long length(URL url) {
        try {
            URLConnection connection = url.openConnection();
            connection.setUseCaches(false);
            long length = connection.getContentLengthLong();
            connection.getInputStream().close();
            return length;
        } catch (IOException e) {
            throw new UnsatisfiedLinkError("cannot read " + url + ": " + e.getMessage());
        }
    }

    /** The folder into which {@code packed} were unpacked as {@code files}: {@code name} within the cache, or a temporary one. */
    static Path unpacked(List<URL> packed, List<String> files, String name) {
        try {
            return unpackAll(packed, files, cache().resolve(name));
        } catch (IOException cacheNotWritable) {
            try {
                Path temporary = Files.createTempDirectory("dorsum-native");
                temporary.toFile().deleteOnExit();
                unpackAll(packed, files, temporary);
                files.forEach(file -> temporary.resolve(file).toFile().deleteOnExit());
                return temporary;
            } catch (IOException e) {
                e.addSuppressed(cacheNotWritable);
                throw new UnsatisfiedLinkError(name
                        + " can be unpacked neither into the cache folder nor into a temporary one (set DORSUM_CACHE to a"
                        + " writable folder): " + e.getMessage());
            }
        }
    }

    private static Path unpackAll(List<URL> packed, List<String> files, Path folder) throws IOException {
        for (int i = 0; i < packed.size(); i++) {
            unpack(packed.get(i), folder, files.get(i));
        }
        return folder.toAbsolutePath();
    }

    private static void unpack(URL packed, Path folder, String file) throws IOException {
        URLConnection connection = packed.openConnection();
        connection.setUseCaches(false);
        long size = connection.getContentLengthLong();
        Path library = folder.resolve(file).toAbsolutePath();
        if (Files.isRegularFile(library) && Files.size(library) == size) {
            connection.getInputStream().close();
            return;
        }
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, file, ".part");
        try (InputStream in = connection.getInputStream()) {
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            try {
                Files.move(part, library, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, library, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Path cache() {
        String own = environment("DORSUM_CACHE");
        if (own != null) {
            return Path.of(own);
        }
        String xdg = environment("XDG_CACHE_HOME");
        return (xdg != null ? Path.of(xdg) : Path.of(System.getProperty("user.home"), ".cache")).resolve("dorsum");
    }

    private static @Nullable String environment(String name) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? null : value;
    }
}
