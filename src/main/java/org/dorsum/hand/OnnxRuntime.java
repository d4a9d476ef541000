package org.dorsum.hand;

import java.nio.file.Path;
import java.util.Locale;
import org.dorsum.image.NativeLibrary;

/**
 * Readies ONNX Runtime, which DJL drives: its native libraries come from the cache folder rather than from a temporary one
 * that each start would fill anew, and nothing calls home.
 */
final class OnnxRuntime {
    private static final String FOLDER = "onnxruntime.native.path"; // read by ai.onnxruntime when it loads

    private OnnxRuntime() {}

    static synchronized void prepare() {
        setIfAbsent("ai.djl.offline", "true"); // no download of engines
        setIfAbsent("OPT_OUT_TRACKING", "true"); // DJL counts its users unless told not to
        if (System.getProperty(FOLDER) == null) {
            NativeLibrary.unpackedTogether("/ai/onnxruntime/native/", platform(), "onnxruntime", "onnxruntime4j_jni")
                    .map(Path::toString)
                    .ifPresent(folder -> System.setProperty(FOLDER, folder));
        }
    }

    private static void setIfAbsent(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /** The name ONNX Runtime gives to this platform. */
    private static String platform() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String cpu = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String system = os.contains("mac") ? "osx" : os.contains("win") ? "win" : "linux";
        return system + "-" + (cpu.equals("aarch64") || cpu.equals("arm64") ? "aarch64" : "x64");
    }
}
