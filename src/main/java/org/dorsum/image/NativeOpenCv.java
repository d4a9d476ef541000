package org.dorsum.image;

import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.opencv.core.Core;

/**
 * Loads OpenCV's native library, once per process.
 *
 * <p>The library lies packed in a jar (60 MB); it is unpacked once per version and platform ({@link NativeLibrary}).
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
        return NativeLibrary.unpacked(List.of(packed), List.of(file), "opencv-" + VERSION + "/" + platform)
                .resolve(file);
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
