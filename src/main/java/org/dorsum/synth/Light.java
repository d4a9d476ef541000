package org.dorsum.synth;

/**
 * The light of a photograph. Directions are in the picture: x right, y down, z towards the camera.
 *
 * @param key unit vector towards the key light
 * @param keyShare light of the key against all light on a surface that faces it, 0 … 1
 * @param softness of the key: 0 a point … 1 a window as large as the sky
 * @param warmth of the key against the fill: red over blue, 1 none
 */
record Light(Vec key, double keyShare, double softness, double warmth) {
    /** Even light from everywhere: no shadow, no gloss. */
    static final Light NEUTRAL = new Light(new Vec(0, 0, 1), 0, 1, 1);

    static Light random(Rng r, boolean clinic) {
        double azimuth = r.uniform(0, 6.2832);
        double height = clinic ? r.uniform(0.75, 1.15) : r.uniform(0.55, 1.35); // above the table, radians
        double c = StrictMath.cos(height);
        Vec key = new Vec(c * StrictMath.cos(azimuth), c * StrictMath.sin(azimuth), StrictMath.sin(height));
        return clinic
                ? new Light(key, r.uniform(0.45, 0.6), r.uniform(0.5, 0.75), r.uniform(0.99, 1.04))
                : new Light(key, r.uniform(0.3, 0.75), r.uniform(0.12, 0.9), r.uniform(0.9, 1.15));
    }

    /** Nearly the same light, as the same room gives it on another day. */
    Light again(Rng r) {
        Vec k = new Vec(key.x() + r.normal(0, 0.05), key.y() + r.normal(0, 0.05), key.z()).unit();
        return new Light(k, Fast.clamp(keyShare + r.normal(0, 0.03), 0, 1), softness, warmth * r.normal(1, 0.01));
    }
}
