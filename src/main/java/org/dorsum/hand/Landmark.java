package org.dorsum.hand;

import org.dorsum.image.Point;

/**
 * A key point of the hand.
 *
 * @param position in pixels of the upright photo
 * @param confidence 0 … 1
 */
public record Landmark(Point position, double confidence) {}
