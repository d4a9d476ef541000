package org.dorsum.train;

/**
 * One picture with what is to be learned from it.
 *
 * @param side of the square picture, pixels
 * @param rgb sRGB bytes, three a pixel, row by row
 * @param classes 0 background, 1 skin, 2 nail, 3 jewellery or sleeve; row by row
 * @param points 21 key points as x, y in pixels; may lie outside
 * @param palm whether it shows the palm
 * @param left whether it shows a left hand
 */
record Example(int side, byte[] rgb, byte[] classes, float[] points, boolean palm, boolean left) {}
