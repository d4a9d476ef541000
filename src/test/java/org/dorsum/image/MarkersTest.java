package org.dorsum.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class MarkersTest {
    private static final int CELL = 40;
    private static final int OFFSET = 150;
    private static final int WARM = 400; // compiled code no longer holds what it has read for the last time
    private static final int SEARCHES = 60; // without fences one of them fails or ends the process

    private static RgbImage marker() {
        Mask pattern = Markers.pattern(Markers.Dictionary.ARUCO_4X4_50, 7);
        return RgbImage.of(600, 600, (x, y) -> {
            int u = Math.floorDiv(x - OFFSET, CELL);
            int v = Math.floorDiv(y - OFFSET, CELL);
            return pattern.contains(u, v) ? 0 : 0xffffff;
        });
    }

    /** Nothing native is freed while it is in use, however busy the collector is. */
    @Test
    void theCollectorTakesNothingAway() throws InterruptedException {
        RgbImage image = marker();
        for (int i = 0; i < WARM; i++) {
            search(image);
        }
        AtomicBoolean done = new AtomicBoolean();
        Thread collector = new Thread(() -> {
            while (!done.get()) {
                System.gc();
            }
        });
        collector.start();
        try {
            for (int i = 0; i < SEARCHES; i++) {
                search(image);
            }
        } finally {
            done.set(true);
            collector.join();
        }
    }

    private static void search(RgbImage image) {
        assertThat(Markers.find(image, List.of(Markers.Dictionary.ARUCO_4X4_50)))
                .extracting(Markers.Marker::id)
                .containsExactly(7);
    }
}
