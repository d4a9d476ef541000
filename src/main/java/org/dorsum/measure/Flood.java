package org.dorsum.measure;

import java.util.Arrays;
import java.util.Optional;
import org.dorsum.image.Mask;
import org.dorsum.image.Plane;

/**
 * Pixels of free skin that hang together with a seed by their sides and lie above a level, within a square around the seed. One
 * flood serves several levels; not for use by several threads.
 */
final class Flood {
    private final Plane density;
    private final FreeSkin free;
    private final int x;
    private final int y;
    private final int left;
    private final int top;
    private final int width;
    private final int height;
    private int[] todo = new int[256];

    Flood(SpotSearch.Seed seed, Plane density, FreeSkin free, int reach) {
        this.density = density;
        this.free = free;
        x = seed.x();
        y = seed.y();
        left = Math.max(0, x - reach);
        top = Math.max(0, y - reach);
        width = Math.min(density.width(), x + reach + 1) - left;
        height = Math.min(density.height(), y + reach + 1) - top;
    }

    /** The pixels above the level in the smallest window that holds them; empty if the seed is not above it or not free. */
    Optional<Patch> above(double level) {
        if (!open(x, y, level)) {
            return Optional.empty();
        }
        boolean[] in = new boolean[width * height];
        int x0 = x;
        int x1 = x;
        int y0 = y;
        int y1 = y;
        int waiting = add(0, x, y, in);
        while (waiting > 0) {
            int i = todo[--waiting];
            int u = left + i % width;
            int v = top + i / width;
            x0 = Math.min(x0, u);
            x1 = Math.max(x1, u);
            y0 = Math.min(y0, v);
            y1 = Math.max(y1, v);
            waiting = visit(waiting, u - 1, v, in, level);
            waiting = visit(waiting, u + 1, v, in, level);
            waiting = visit(waiting, u, v - 1, in, level);
            waiting = visit(waiting, u, v + 1, in, level);
        }
        return Optional.of(new Patch(x0, y0, Mask.window(in, width, x0 - left, y0 - top, x1 - x0 + 1, y1 - y0 + 1)));
    }

    private int visit(int waiting, int u, int v, boolean[] in, double level) {
        boolean within = u >= left && v >= top && u < left + width && v < top + height;
        return within && !in[(v - top) * width + u - left] && open(u, v, level) ? add(waiting, u, v, in) : waiting;
    }

    private int add(int waiting, int u, int v, boolean[] in) {
        if (waiting == todo.length) {
            todo = Arrays.copyOf(todo, 2 * waiting);
        }
        int i = (v - top) * width + u - left;
        in[i] = true;
        todo[waiting] = i;
        return waiting + 1;
    }

    private boolean open(int u, int v, double level) {
        return density.at(u, v) > level && free.at(u, v);
    }
}
