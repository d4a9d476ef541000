package org.dorsum.synth;

/**
 * What each pixel sees of the hand: position and normal in the hand's frame, place in the map of the skin, coverage.
 * Arrays are row by row; they belong to the renderer of one picture and do not leave the package.
 */
final class Surface {
    static final int SKIN = -1; // value of `thing` for skin; 0 and up: index of a worn thing

    final int width;
    final int height;
    final float[] cover; // share of the pixel that is hand, 0 … 1
    final float[] x;
    final float[] y;
    final float[] z;
    final float[] nx;
    final float[] ny;
    final float[] nz;
    final float[] u;
    final float[] v;
    final byte[] thing;

    Surface(int width, int height) {
        this.width = width;
        this.height = height;
        int n = width * height;
        cover = new float[n];
        x = new float[n];
        y = new float[n];
        z = new float[n];
        nx = new float[n];
        ny = new float[n];
        nz = new float[n];
        u = new float[n];
        v = new float[n];
        thing = new byte[n];
    }

    /** Copies the node {@code j} of {@code from} to the pixel {@code i}. */
    void copy(int i, Surface from, int j) {
        cover[i] = from.cover[j];
        x[i] = from.x[j];
        y[i] = from.y[j];
        z[i] = from.z[j];
        nx[i] = from.nx[j];
        ny[i] = from.ny[j];
        nz[i] = from.nz[j];
        u[i] = from.u[j];
        v[i] = from.v[j];
        thing[i] = from.thing[j];
    }

    /** Fills pixel {@code i} with the mean of four nodes by the weights (1 − fx)(1 − fy) and so on. */
    void mix(int i, Surface f, int a, int b, int c, int d, float fx, float fy) {
        cover[i] = 1;
        thing[i] = SKIN;
        x[i] = mix(f.x, a, b, c, d, fx, fy);
        y[i] = mix(f.y, a, b, c, d, fx, fy);
        z[i] = mix(f.z, a, b, c, d, fx, fy);
        u[i] = mix(f.u, a, b, c, d, fx, fy);
        v[i] = mix(f.v, a, b, c, d, fx, fy);
        float p = mix(f.nx, a, b, c, d, fx, fy);
        float q = mix(f.ny, a, b, c, d, fx, fy);
        float r = mix(f.nz, a, b, c, d, fx, fy);
        float l = (float) (1 / Math.sqrt(p * p + q * q + r * r));
        nx[i] = p * l;
        ny[i] = q * l;
        nz[i] = r * l;
    }

    private static float mix(float[] p, int a, int b, int c, int d, float fx, float fy) {
        float top = p[a] + fx * (p[b] - p[a]);
        float bottom = p[c] + fx * (p[d] - p[c]);
        return top + fy * (bottom - top);
    }
}
