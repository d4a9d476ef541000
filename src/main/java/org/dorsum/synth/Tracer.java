package org.dorsum.synth;

import java.util.Arrays;

/**
 * Finds what each pixel sees by sphere tracing: on a coarse grid of nodes, and pixel by pixel only where the nodes disagree
 * (outlines, creases between fingers, worn things). Elsewhere the surface is smooth and interpolated.
 */
final class Tracer {
    private static final double TILE_MM = 5; // side of a tile; each knows which bones can touch it
    private static final double REACH = 9; // mm by which blending can move the surface beyond a bone's own radius
    private static final double NODE_MM = 0.6; // spacing of nodes: curvature radii are 6 mm and more
    private static final double TOLERANCE = 0.02; // mm
    private static final double CLOSEST = 60; // mm: nothing nearer to the camera's eye is traced
    private static final int MOST_STEPS = 60;

    private final Flesh flesh;
    private final Camera camera;
    private final double start; // z at which rays begin, above (or, for palms, below) everything
    private final double stop; // z of the table; with `start` NaN for a hand in the air
    private double nearest = 1e9; // depth at which rays begin and end there, mm
    private double farthest;
    private final double pixelsPerMm;
    private final int tile; // side, pixels
    private final int tilesAcross;
    private final int[][] bones;
    private final int[][] worn;
    private final int[] which = new int[1];
    private final double[] uv = new double[2];

    /** A tracer of a hand in the air: rays run from its nearest to its farthest depth. */
    Tracer(Flesh flesh, Camera camera) {
        this(flesh, camera, Double.NaN, Double.NaN);
        for (int i = 0; i < flesh.boneCount(); i++) {
            Bone b = flesh.bone(i);
            double room = Math.max(b.radiusStart(), b.radiusEnd()) + 2 * REACH;
            nearest = Math.min(nearest, Math.min(camera.depth(b.start()), camera.depth(b.end())) - room);
            farthest = Math.max(farthest, Math.max(camera.depth(b.start()), camera.depth(b.end())) + room);
        }
        for (int i = 0; i < flesh.wornCount(); i++) {
            Worn w = flesh.worn(i);
            double room = (w.widest() + w.wall() + w.folds()) * w.stretch() + 2;
            Bone b = w.extent();
            nearest = Math.min(nearest, Math.min(camera.depth(b.start()), camera.depth(b.end())) - room);
        }
        nearest = Math.max(nearest, CLOSEST);
    }

    /** A tracer of a hand on a table. */
    Tracer(Flesh flesh, Camera camera, double start, double stop) {
        this.flesh = flesh;
        this.camera = camera;
        this.start = start;
        this.stop = stop;
        this.pixelsPerMm = camera.focal() / camera.depth(new Vec(0, 60, 20));
        this.tile = (int) Fast.clamp(Math.rint(TILE_MM * pixelsPerMm), 8, 64);
        this.tilesAcross = (camera.width() + tile - 1) / tile;
        int tilesDown = (camera.height() + tile - 1) / tile;
        Bone[] flesh0 = new Bone[flesh.boneCount()];
        double[] radii = new double[flesh0.length];
        for (int i = 0; i < flesh0.length; i++) {
            flesh0[i] = flesh.bone(i);
            radii[i] = Math.max(flesh0[i].radiusStart(), flesh0[i].radiusEnd()) + REACH;
        }
        this.bones = candidates(flesh0, radii, tilesDown);
        Bone[] bearers = new Bone[flesh.wornCount()];
        double[] reach = new double[bearers.length];
        for (int i = 0; i < bearers.length; i++) {
            Worn w = flesh.worn(i);
            bearers[i] = w.taper() > 0 ? w.extent() : w.bone();
            reach[i] = (w.widest() + w.wall() + w.folds()) * w.stretch() + 2;
        }
        this.worn = candidates(bearers, reach, tilesDown);
    }

    /** For each tile the capsules whose picture touches it, in ascending order. */
    private int[][] candidates(Bone[] of, double[] radius, int tilesDown) {
        int[][] lists = new int[tilesAcross * tilesDown][];
        double[] ax = new double[of.length];
        double[] ay = new double[of.length];
        double[] dx = new double[of.length];
        double[] dy = new double[of.length];
        double[] reach = new double[of.length];
        for (int i = 0; i < of.length; i++) {
            var p = camera.project(of[i].start());
            var q = camera.project(of[i].end());
            double nearest = Math.min(camera.depth(of[i].start()), camera.depth(of[i].end())) - radius[i];
            ax[i] = p.x();
            ay[i] = p.y();
            dx[i] = q.x() - p.x();
            dy[i] = q.y() - p.y();
            reach[i] = radius[i] * camera.focal() / Math.max(nearest, 10) + tile * 0.7072;
        }
        int[] found = new int[of.length];
        for (int t = 0; t < lists.length; t++) {
            int row = t / tilesAcross;
            double cx = (t - row * tilesAcross + 0.5) * tile;
            double cy = (row + 0.5) * tile;
            int n = 0;
            for (int i = 0; i < of.length; i++) {
                double l2 = Math.max(dx[i] * dx[i] + dy[i] * dy[i], 1e-9);
                double k = Fast.clamp(((cx - ax[i]) * dx[i] + (cy - ay[i]) * dy[i]) / l2, 0, 1);
                double ex = ax[i] + k * dx[i] - cx;
                double ey = ay[i] + k * dy[i] - cy;
                if (ex * ex + ey * ey < reach[i] * reach[i]) {
                    found[n++] = i;
                }
            }
            lists[t] = Arrays.copyOf(found, n);
        }
        return lists;
    }

    Surface trace() {
        int w = camera.width();
        int h = camera.height();
        int s = (int) Fast.clamp(Math.rint(NODE_MM * pixelsPerMm), 2, 8);
        int nw = (w + s - 1) / s + 1;
        int nh = (h + s - 1) / s + 1;
        Surface nodes = new Surface(nw, nh);
        for (int j = 0; j < nh; j++) {
            for (int i = 0; i < nw; i++) {
                see(Math.min(i * s, w - 1), Math.min(j * s, h - 1), i * s, j * s, nodes, j * nw + i, s + 1.0);
            }
        }
        Surface out = new Surface(w, h);
        for (int j = 0; j + 1 < nh; j++) {
            for (int i = 0; i + 1 < nw; i++) {
                block(nodes, j * nw + i, nw, i * s, j * s, s, out);
            }
        }
        return out;
    }

    private void block(Surface nodes, int a, int nw, int left, int top, int s, Surface out) {
        int b = a + 1;
        int c = a + nw;
        int d = c + 1;
        int right = Math.min(left + s, out.width);
        int bottom = Math.min(top + s, out.height);
        boolean empty = nodes.cover[a] == 0 && nodes.cover[b] == 0 && nodes.cover[c] == 0 && nodes.cover[d] == 0;
        if (empty) {
            return;
        }
        boolean smooth = alike(nodes, a, b) && alike(nodes, a, c) && alike(nodes, a, d) && alike(nodes, b, c);
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int i = y * out.width + x;
                if (smooth) {
                    out.mix(i, nodes, a, b, c, d, (x - left) / (float) s, (y - top) / (float) s);
                } else {
                    see(x, y, x, y, out, i, 1);
                }
            }
        }
    }

    private static boolean alike(Surface n, int a, int b) {
        return n.cover[a] >= 1
                && n.cover[b] >= 1
                && n.thing[a] == Surface.SKIN
                && n.thing[b] == Surface.SKIN
                && n.nx[a] * n.nx[b] + n.ny[a] * n.ny[b] + n.nz[a] * n.nz[b] > 0.96
                && Math.abs(n.z[a] - n.z[b]) < 1.5;
    }

    /**
     * Traces the ray of one pixel into slot {@code k} of {@code out}. Coverage falls to 0 over one pixel at the outline; a
     * node is covered a little out to {@code halo} pixels, so that no outline slips between nodes.
     */
    private void see(int tileX, int tileY, double px, double py, Surface out, int k, double halo) {
        int t0 = tileY / tile * tilesAcross + tileX / tile;
        int[] b = bones[t0];
        int[] o = worn[t0];
        if (b.length == 0 && o.length == 0) {
            return;
        }
        Vec e = camera.eye();
        Vec r = camera.ray(px, py);
        double length = r.length();
        boolean air = Double.isNaN(start);
        double t = air ? nearest : (start - e.z()) / r.z();
        double last = air ? farthest : (stop - e.z()) / r.z();
        double least = 1e9;
        double bestT = t;
        boolean hit = false;
        for (int i = 0; i < MOST_STEPS && t < last; i++) {
            double x = e.x() + t * r.x();
            double y = e.y() + t * r.y();
            double z = e.z() + t * r.z();
            double pixel = t / camera.focal();
            double d = flesh.distance(x, y, z, b);
            if (o.length > 0) {
                d = Math.min(d, flesh.wornDistance(x, y, z, o, which));
            }
            d += 0.5 * pixel; // the outline's half-covered pixel lies on the true outline
            if (d / pixel < least) {
                least = d / pixel;
                bestT = t;
            }
            if (d < TOLERANCE + 0.04 * pixel) {
                hit = true;
                break;
            }
            t += 0.97 * d / length;
        }
        if (!hit && least >= halo) {
            return;
        }
        out.cover[k] = (float) (hit ? 1 : Math.max(1 - least, halo > 1 ? 0.01 : 0));
        if (!hit && halo > 1) {
            return; // a node off the hand: only that it is near the outline matters
        }
        fill(e.x() + bestT * r.x(), e.y() + bestT * r.y(), e.z() + bestT * r.z(), b, o, out, k);
    }

    private void fill(double x, double y, double z, int[] b, int[] o, Surface out, int k) {
        double skin = flesh.distance(x, y, z, b);
        boolean thing = o.length > 0 && flesh.wornDistance(x, y, z, o, which) < skin;
        out.thing[k] = (byte) (thing ? which[0] : Surface.SKIN);
        double h = thing ? 0.1 : 0.35;
        double nx = 0;
        double ny = 0;
        double nz = 0;
        for (int i = 0; i < 4; i++) { // differences to the corners of a tetrahedron
            double sx = i == 0 || i == 3 ? 1 : -1;
            double sy = i == 1 || i == 3 ? 1 : -1;
            double sz = i == 2 || i == 3 ? 1 : -1;
            double d = thing
                    ? flesh.worn(out.thing[k]).distance(x + h * sx, y + h * sy, z + h * sz)
                    : flesh.distance(x + h * sx, y + h * sy, z + h * sz, b);
            nx += sx * d;
            ny += sy * d;
            nz += sz * d;
        }
        double l = 1 / Math.max(Math.sqrt(nx * nx + ny * ny + nz * nz), 1e-9);
        out.x[k] = (float) x;
        out.y[k] = (float) y;
        out.z[k] = (float) z;
        out.nx[k] = (float) (nx * l);
        out.ny[k] = (float) (ny * l);
        out.nz[k] = (float) (nz * l);
        flesh.map(x, y, z, b, uv);
        out.u[k] = (float) uv[0];
        out.v[k] = (float) uv[1];
    }
}
