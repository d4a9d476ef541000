package org.dorsum.synth;

/** Light of a picture in the making: red, green, blue, linear, row by row. Belongs to one rendering. */
final class Canvas {
    final int width;
    final int height;
    final float[][] rgb;

    Canvas(int width, int height) {
        this.width = width;
        this.height = height;
        this.rgb = new float[3][width * height];
    }
}
