package org.dorsum.image;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Core;

/**
 * Loads OpenCV's native library, once per process.
 *
 * <p>The library lies packed in a jar (60 MB); unpacking it at every start costs half a second. It is therefore unpacked
 * once per version and platform into a cache folder: {@code $DORSUM_CACHE}, else {@code $XDG_CACHE_HOME/dorsum}, else
 * {@code ~/.cache/dorsum}; where none of these can be written, into a temporary folder. Written under another name and
 * moved into place, so that a process killed in between or a second one at the same time does no harm.
 */
final class NativeOpenCv {
    private static final String VERSION = Core.VERSION;

    private NativeOpenCv() {}

    /** Makes sure that the library is loaded; every class of this package that uses OpenCV calls it first. */
    static void ensureLoaded() {
        Holder.load();
    }

    private static final class Holder {
        static {
            System.load(unpacked().toString());
            // One photo is one thread's work: batch runs as many photos at once as there are cores, and results
            // cannot depend on how a filter was cut into stripes.
            Core.setNumThreads(1);
        }

        static void load() {
            // the static initialiser did it
        }
    }

    private static Path unpacked() {
        String platform = platform();
        String file = System.mapLibraryName(Core.NATIVE_LIBRARY_NAME);
        URL packed = Core.class.getResource("/nu/pattern/opencv/" + platform + "/" + file);
        if (packed == null) {
            throw new UnsatisfiedLinkError("there is no OpenCV library for this platform (" + platform + ")");
        }
        try {
            return unpack(packed, cache().resolve("opencv-" + VERSION).resolve(platform), file);
        } catch (IOException cacheNotWritable) {
            try {
                Path temporary = Files.createTempDirectory("dorsum-opencv");
                temporary.toFile().deleteOnExit();
                Path library = unpack(packed, temporary, file);
                library.toFile().deleteOnExit();
                return library;
            } catch (IOException e) {
                e.addSuppressed(cacheNotWritable);
                throw new UnsatisfiedLinkError(
                        "OpenCV's library can be unpacked neither into the cache folder nor into a"
                                + " temporary one (set DORSUM_CACHE to a writable folder): " + e.getMessage());
            }
        }
    }

    private static Path unpack(URL packed, Path folder, String file) throws IOException {
        URLConnection connection = packed.openConnection();
        connection.setUseCaches(false);
        long size = connection.getContentLengthLong();
        Path library = folder.resolve(file).toAbsolutePath();
        if (Files.isRegularFile(library) && Files.size(library) == size) {
            connection.getInputStream().close();
            return library;
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
        return library;
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

    private static String platform() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String cpu = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String system = os.contains("mac") ? "osx" : os.contains("win") ? "windows" : "linux";
        String processor = switch (cpu) {
            case "aarch64", "arm64" -> "ARMv8";
            case "arm" -> "ARMv7";
            case "x86", "i386" -> "x86_32";
            default -> "x86_64";
        };
        return system + "/" + processor;
    }
}
