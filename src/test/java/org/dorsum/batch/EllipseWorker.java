package org.dorsum.batch;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.dorsum.assess.Assessor;
import org.dorsum.hand.HandFinder;
import org.dorsum.hand.ScaleHint;
import org.dorsum.photo.Photo;
import org.dorsum.photo.PhotoReader;
import org.dorsum.support.EllipseHandFinder;

/** A worker process that some photos crash or hang. */
public final class EllipseWorker {
    private EllipseWorker() {}

    /** Serves on the standard streams. */
    public static void main(String[] arguments) throws IOException {
        BatchWorker.serve(
                PhotoReader.withDefaults(),
                Assessor.with(new Delicate(new EllipseHandFinder())).withScale(BatchFolder.SCALE),
                System.in,
                new FileOutputStream(FileDescriptor.out));
    }

    /** How it is started. */
    static List<String> command(Class<?> main, String... arguments) {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(
                                java.nio.file.Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx300m",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                main.getName()),
                        java.util.stream.Stream.of(arguments))
                .toList();
    }

    private record Delicate(HandFinder finder) implements HandFinder {
        @Override
        public Outcome find(Photo photo, ScaleHint hint) {
            if (photo.name().contains("crash")) {
                Runtime.getRuntime().halt(134); // as after a SIGABRT in native code
            }
            if (photo.name().contains("hang")) {
                try {
                    Thread.sleep(600_000);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            return finder.find(photo, hint);
        }

        @Override
        public String identity() {
            return finder.identity();
        }
    }

    /** Nothing to measure with: prints what is no row. */
    public static final class Babbler {
        private Babbler() {}

        /** Prints. */
        public static void main(String[] arguments) {
            new java.io.PrintStream(new FileOutputStream(FileDescriptor.out), true).println(Optional.of("hello"));
        }
    }
}
