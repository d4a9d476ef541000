package org.dorsum.measure;

import org.dorsum.image.Mask;

/** Usable skin from which one spot after the other takes its pixels. Lives within one call. */
final class FreeSkin {
    private final Mask usable;
    private final boolean[] taken;

    FreeSkin(Mask usable) {
        this.usable = usable;
        taken = new boolean[usable.width() * usable.height()];
    }

    /** Whether the pixel is usable and nobody's yet. */
    boolean at(int x, int y) {
        return usable.at(x, y) && !taken[y * usable.width() + x];
    }

    /** Takes the patch's pixels. */
    void take(Patch patch) {
        Mask pixels = patch.pixels();
        for (int y = 0; y < pixels.height(); y++) {
            for (int x = 0; x < pixels.width(); x++) {
                if (pixels.at(x, y)) {
                    taken[(patch.top() + y) * usable.width() + patch.left() + x] = true;
                }
            }
        }
    }
}
