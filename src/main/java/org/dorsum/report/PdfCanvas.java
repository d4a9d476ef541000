package org.dorsum.report;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.dorsum.image.Point;

/**
 * A page drawn on in millimetres, y downwards from {@code origin}; type sizes are in points.
 *
 * @param origin of the coordinates, millimetres from the page's top left corner
 */
record PdfCanvas(PDPageContentStream content, PDFont font, Point origin, double pageHeightMm) {
    private static final double POINTS_PER_MM = 72 / 25.4;
    private static final double BOLD = 0.035; // breadth of the outline over the type size
    private static final double HEADING = 8.5;
    private static final double BODY = 7;
    private static final double LEADING_MM = 3.25;

    static double points(double mm) {
        return mm * POINTS_PER_MM;
    }

    private float x(double mm) {
        return (float) points(origin.x() + mm);
    }

    private float y(double mm) {
        return (float) points(pageHeightMm - origin.y() - mm);
    }

    void fill(int rgb, Point topLeft, double width, double height) throws IOException {
        content.setNonStrokingColor(new Color(rgb));
        content.addRect(x(topLeft.x()), y(topLeft.y() + height), (float) points(width), (float) points(height));
        content.fill();
    }

    void line(int rgb, double widthMm, Point a, Point b) throws IOException {
        content.setStrokingColor(new Color(rgb));
        content.setLineWidth((float) points(widthMm));
        content.moveTo(x(a.x()), y(a.y()));
        content.lineTo(x(b.x()), y(b.y()));
        content.stroke();
    }

    /** Text whose first letter's foot stands at {@code at}. */
    void text(String text, double size, int rgb, Point at) throws IOException {
        text(text, size, rgb, at, RenderingMode.FILL);
    }

    void bold(String text, double size, int rgb, Point at) throws IOException {
        content.setStrokingColor(new Color(rgb));
        content.setLineWidth((float) (BOLD * size));
        text(text, size, rgb, at, RenderingMode.FILL_STROKE);
    }

    private void text(String text, double size, int rgb, Point at, RenderingMode mode) throws IOException {
        content.beginText();
        content.setNonStrokingColor(new Color(rgb));
        content.setRenderingMode(mode);
        content.setFont(font, (float) size);
        content.newLineAtOffset(x(at.x()), y(at.y()));
        content.showText(text);
        content.endText();
    }

    /** A heading and lines below it; answers where the next may start. */
    double paragraph(String heading, List<String> lines, int rgb, Point at) throws IOException {
        bold(heading, HEADING, rgb, at);
        double y = at.y() + 0.9;
        for (String line : lines) {
            y += LEADING_MM;
            text(line.stripLeading(), BODY, rgb, new Point(at.x() + (line.startsWith(" ") ? 2.6 : 0), y));
        }
        return y + LEADING_MM;
    }
}
