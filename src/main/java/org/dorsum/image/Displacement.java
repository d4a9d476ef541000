package org.dorsum.image;

/**
 * How far off each pixel's own place a picture is sampled, in pixels of the result; both planes are of the result's size.
 *
 * @param dx columns to the right
 * @param dy rows down
 */
public record Displacement(Plane dx, Plane dy) {

    /** Checks the sizes. */
    public Displacement {
        if (dx.width() != dy.width() || dx.height() != dy.height()) {
            throw new IllegalArgumentException("sizes differ: " + dx + " and " + dy);
        }
    }
}
