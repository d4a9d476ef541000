package org.dorsum.report;

import java.util.Locale;

/**
 * A picture on a page.
 *
 * @param uri the picture itself, as a data URI
 * @param marks what was found, as an SVG layer; empty for none
 * @param label a few words in its corner or below it
 * @param description for those who do not see it
 * @param width columns
 * @param height rows
 */
record Picture(String uri, String marks, String label, String description, int width, int height) {

    /** Style of the picture on paper: as large as fits into so many millimetres. */
    public String within(double widthMm, double heightMm) {
        double scale = Math.min(widthMm / width, heightMm / height);
        return String.format(Locale.ROOT, "width:%.2fmm;height:%.2fmm", scale * width, scale * height);
    }

    /** The marks at the same size. */
    public String marksWithin(double widthMm, double heightMm) {
        return marks.replaceFirst("<svg ", "<svg style=\"" + within(widthMm, heightMm) + "\" ");
    }

    /** The same picture with other marks and another label. */
    Picture with(String newMarks, String newLabel) {
        return new Picture(uri, newMarks, newLabel, newLabel, width, height);
    }
}
