package org.dorsum.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.Optional;

/** What the colours mean, on a strip below the picture. */
final class Legend {
    private static final List<Palette.Ink> INKS = List.of(
            Palette.HAND, Palette.ZONE, Palette.LINE, Palette.HAIR, Palette.SPOT, Palette.AREA, Palette.SUSPECT);
    private static final double SWATCH = 1.2; // parts of the strip's height
    private static final double GAP = 0.4;

    private Legend() {}

    /** Rows of the strip of a picture whose long side is {@code unit} times 1600 pixels. */
    static int height(double unit) {
        return (int) Math.round(44 * unit);
    }

    /** Paints the strip from row {@code top} on; without words on machines that have no font at all. */
    static void paint(Graphics2D g, int width, int top, int height) {
        g.setColor(new Color(0x26, 0x26, 0x26));
        g.fillRect(0, top, width, height);
        Optional<Font> font = font(height / 2f);
        if (font.isEmpty()) {
            return;
        }
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setFont(font.get());
        double needed = INKS.stream()
                .mapToDouble(
                        ink -> height * (SWATCH + 3 * GAP) + g.getFontMetrics().stringWidth(ink.meaning()))
                .sum();
        double unit = height * Math.min(1, width / needed); // narrow pictures: smaller words
        g.setFont(font.get().deriveFont((float) unit / 2));
        double x = GAP * unit;
        double middle = top + height / 2.0;
        for (Palette.Ink ink : INKS) {
            Overlay.stroke(g, new Line2D.Double(x, middle, x + SWATCH * unit, middle), ink, unit / 30);
            x += (SWATCH + GAP) * unit;
            g.setColor(Color.WHITE);
            g.drawString(ink.meaning(), (float) x, (float) (middle + 0.17 * unit));
            x += g.getFontMetrics().stringWidth(ink.meaning()) + 2 * GAP * unit;
        }
    }

    /** The font for a strip with rows so high; empty on machines that have none. */
    static Optional<Font> words(Graphics2D g, int row) {
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        return font(row / 2f);
    }

    /** Minimal Java installations come without fonts and say so by an error of no fixed type. */
    private static Optional<Font> font(float size) {
        try {
            Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont(size);
            return font.canDisplay('a') ? Optional.of(font) : Optional.empty();
        } catch (RuntimeException | LinkageError | InternalError noFonts) {
            return Optional.empty();
        }
    }
}
