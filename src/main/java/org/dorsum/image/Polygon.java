package org.dorsum.image;

import java.util.List;

/** A closed simple polygon of at least three corners; the last corner joins the first. Immutable. */
public record Polygon(List<Point> corners) {

    /** Copies the corners. */
    public Polygon {
        corners = List.copyOf(corners);
        if (corners.size() < 3) {
            throw new IllegalArgumentException("a polygon has at least 3 corners, not " + corners.size());
        }
    }

    /** Enclosed area, in the square of the corners' unit, at least 0 (shoelace formula). */
    public double area() {
        double twice = 0;
        for (int i = 0; i < corners.size(); i++) {
            Point a = corners.get(i);
            Point b = corners.get((i + 1) % corners.size());
            twice += a.x() * b.y() - b.x() * a.y();
        }
        return Math.abs(twice) / 2;
    }

    /** The same polygon seen through {@code transform}. */
    public Polygon through(Affine transform) {
        return new Polygon(corners.stream().map(transform::apply).toList());
    }
}
