package org.dorsum.measure;

import org.dorsum.image.Mask;
import org.dorsum.image.Point;

/**
 * Connected pixels of the laid-out skin.
 *
 * @param left column of the window's first pixel
 * @param top row of the window's first pixel
 * @param pixels which of the window belong to it; at least one
 */
record Patch(int left, int top, Mask pixels) {

    /** Whether a pixel of the skin, by its column and row there, belongs to it. */
    boolean has(int x, int y) {
        return pixels.contains(x - left, y - top);
    }

    int area() {
        return pixels.count();
    }

    /** Whether it reaches almost as far from the seed as was looked. */
    boolean reaches(SpotSearch.Seed seed, int reach) {
        return left <= seed.x() - reach + 1
                || top <= seed.y() - reach + 1
                || left + pixels.width() >= seed.x() + reach - 1
                || top + pixels.height() >= seed.y() + reach - 1;
    }

    /** Share of the pixels just outside it that are not in the mask, 0 … 1. */
    double border(Mask mask) {
        int off = 0;
        int all = 0;
        for (int y = top - 1; y <= top + pixels.height(); y++) {
            for (int x = left - 1; x <= left + pixels.width(); x++) {
                if (!has(x, y) && (has(x - 1, y) || has(x + 1, y) || has(x, y - 1) || has(x, y + 1))) {
                    all++;
                    off += mask.contains(x, y) ? 0 : 1;
                }
            }
        }
        return all == 0 ? 0 : off / (double) all;
    }

    /** Centre of mass, pixels of the skin. */
    Point centre() {
        double sx = 0;
        double sy = 0;
        for (int y = 0; y < pixels.height(); y++) {
            for (int x = 0; x < pixels.width(); x++) {
                if (pixels.at(x, y)) {
                    sx += x;
                    sy += y;
                }
            }
        }
        int n = area();
        return new Point(left + sx / n, top + sy / n);
    }

    /** The same pixels in the smallest window that holds them. */
    Patch cropped() {
        int x0 = pixels.width();
        int y0 = pixels.height();
        int x1 = -1;
        int y1 = -1;
        for (int y = 0; y < pixels.height(); y++) {
            for (int x = 0; x < pixels.width(); x++) {
                if (pixels.at(x, y)) {
                    x0 = Math.min(x0, x);
                    y0 = Math.min(y0, y);
                    x1 = Math.max(x1, x);
                    y1 = Math.max(y1, y);
                }
            }
        }
        int fromX = x0;
        int fromY = y0;
        return new Patch(
                left + x0, top + y0, Mask.of(x1 - x0 + 1, y1 - y0 + 1, (x, y) -> pixels.at(fromX + x, fromY + y)));
    }

    /** The same pixels in a window that is wider by {@code room} on all sides. */
    Patch withRoom(int room) {
        return new Patch(
                left - room,
                top - room,
                Mask.of(
                        pixels.width() + 2 * room,
                        pixels.height() + 2 * room,
                        (x, y) -> pixels.contains(x - room, y - room)));
    }
}
