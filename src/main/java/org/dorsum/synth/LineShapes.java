package org.dorsum.synth;

import java.util.ArrayList;
import java.util.List;
import org.dorsum.image.RgbImage;

/** Drawn lines from pictures: white strokes on black, thinned to paths. */
public final class LineShapes {
    private static final int SIDE =
            384; // pictures are looked at with at most this many columns: strokes stay 2 or 3 wide
    private static final int SHORTEST = 14; // pixels; shorter pieces are branches of the thinning
    private static final int[] DX = {0, 1, 1, 1, 0, -1, -1, -1};
    private static final int[] DY = {-1, -1, 0, 1, 1, 1, 0, -1};

    private LineShapes() {}

    /** The lines of all pictures, in order. */
    public static List<LineShape> read(List<RgbImage> pictures) {
        List<LineShape> all = new ArrayList<>();
        for (RgbImage p : pictures) {
            all.addAll(read(p));
        }
        return all;
    }

    private static List<LineShape> read(RgbImage p) {
        int step = Math.max(1, (p.width() + SIDE - 1) / SIDE);
        int w = p.width() / step + 2;
        int h = p.height() / step + 2;
        boolean[] on = new boolean[w * h];
        for (int y = 0; y < p.height() / step * step; y++) {
            for (int x = 0; x < p.width() / step * step; x++) {
                if (p.sample(x, y, 0) > 0.5 * p.whiteLevel()) {
                    on[(y / step + 1) * w + x / step + 1] = true;
                }
            }
        }
        thin(on, w, h);
        return trace(on, w, h);
    }

    /** Zhang and Suen 1984 (doi:10.1145/357994.358023): removes border pixels that no line needs, until none is left. */
    private static void thin(boolean[] on, int w, int h) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int pass = 0; pass < 2; pass++) {
                List<Integer> remove = new ArrayList<>();
                for (int y = 1; y < h - 1; y++) {
                    for (int x = 1; x < w - 1; x++) {
                        if (on[y * w + x] && removable(on, w, x, y, pass)) {
                            remove.add(y * w + x);
                        }
                    }
                }
                for (int i : remove) {
                    on[i] = false;
                }
                changed |= !remove.isEmpty();
            }
        }
    }

    private static boolean removable(boolean[] on, int w, int x, int y, int pass) {
        boolean[] n = new boolean[8];
        int count = 0;
        for (int k = 0; k < 8; k++) {
            n[k] = on[(y + DY[k]) * w + x + DX[k]];
            count += n[k] ? 1 : 0;
        }
        int rises = 0;
        for (int k = 0; k < 8; k++) {
            rises += !n[k] && n[(k + 1) % 8] ? 1 : 0;
        }
        boolean ends = pass == 0
                ? !(n[0] && n[2] && n[4]) && !(n[2] && n[4] && n[6])
                : !(n[0] && n[2] && n[6]) && !(n[0] && n[4] && n[6]);
        return count >= 2 && count <= 6 && rises == 1 && ends;
    }

    private static List<LineShape> trace(boolean[] on, int w, int h) {
        List<LineShape> all = new ArrayList<>();
        for (int pass = 0; pass < 2; pass++) { // from free ends first, then what is left of closed curves
            for (int y = 1; y < h - 1; y++) {
                for (int x = 1; x < w - 1; x++) {
                    if (on[y * w + x] && (pass == 1 || neighbours(on, w, x, y) == 1)) {
                        follow(on, w, x, y, all);
                    }
                }
            }
        }
        return all;
    }

    private static int neighbours(boolean[] on, int w, int x, int y) {
        int count = 0;
        for (int k = 0; k < 8; k++) {
            count += on[(y + DY[k]) * w + x + DX[k]] ? 1 : 0;
        }
        return count;
    }

    private static void follow(boolean[] on, int w, int startX, int startY, List<LineShape> all) {
        List<int[]> path = new ArrayList<>();
        int x = startX;
        int y = startY;
        boolean more = true;
        while (more) {
            on[y * w + x] = false;
            path.add(new int[] {x, y});
            more = false;
            for (int k = 0; k < 8 && !more; k++) {
                if (on[(y + DY[k]) * w + x + DX[k]]) {
                    x += DX[k];
                    y += DY[k];
                    more = true;
                }
            }
        }
        if (path.size() < SHORTEST) {
            return;
        }
        int every = Math.max(2, path.size() / 24);
        int n = (path.size() - 1) / every + 1;
        float[] u = new float[n];
        float[] v = new float[n];
        double unit = 1.0 / path.size();
        for (int i = 0; i < n; i++) {
            u[i] = (float) ((path.get(i * every)[0] - startX) * unit);
            v[i] = (float) ((path.get(i * every)[1] - startY) * unit);
        }
        if (n >= 3) {
            all.add(new LineShape(u, v));
        }
    }
}
