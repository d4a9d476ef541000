package org.dorsum.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MarkersTest {
    private static final int ID = 7;

    private static RgbImage marker() {
        int cell = 40;
        int offset = 150;
        Mask pattern = Markers.pattern(Markers.Dictionary.ARUCO_4X4_50, ID);
        return RgbImage.of(600, 600, (x, y) -> {
            int u = Math.floorDiv(x - offset, cell);
            int v = Math.floorDiv(y - offset, cell);
            return pattern.contains(u, v) ? 0 : 0xffffff;
        });
    }

    private static List<Integer> found(RgbImage image) {
        return Markers.find(image, List.of(Markers.Dictionary.ARUCO_4X4_50)).stream()
                .map(Markers.Marker::id)
                .toList();
    }

    @Test
    void aMarkerIsFoundByItsCode() {
        assertThat(found(marker())).containsExactly(ID);
    }

    /** Nothing native is freed while it is in use, however busy the collector is; in a process of its own, which would end if it were. */
    @Test
    void theCollectorTakesNothingAway() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx200m", // small, so that collecting it is quick
                        "-XX:+UseSerialGC",
                        "-XX:-CreateCoredumpOnCrash",
                        "-XX:ErrorFile=/dev/null",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BesideTheCollector.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(said).contains(BesideTheCollector.FOUND + " of " + BesideTheCollector.FOUND);
    }

    /** Searches while another thread collects without end. */
    static final class BesideTheCollector {
        /** Searches: without fences one of them fails or ends the process. */
        static final int FOUND = 200;

        private static final int WARM = 400; // compiled code no longer holds what it has read for the last time

        private BesideTheCollector() {}

        /** Prints how often the marker was found. */
        public static void main(String[] none) {
            RgbImage image = marker();
            for (int i = 0; i < WARM; i++) {
                found(image);
            }
            Thread collector = new Thread(() -> {
                while (true) {
                    System.gc();
                }
            });
            collector.setDaemon(true);
            collector.start();
            int found = 0;
            for (int i = 0; i < FOUND; i++) {
                found += found(image).equals(List.of(ID)) ? 1 : 0;
            }
            System.out.println(found + " of " + FOUND);
        }
    }
}
