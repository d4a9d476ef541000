package org.dorsum.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dorsum.compare.SpotChange;

/** What the colours of a change map mean, on a strip below it: relief, spots, scale; what is too long for a row goes on in the next. */
final class ChangeLegend {
    private static final int[] STEPS = {-40, -20, 0, 20, 40}; // percent
    private static final double BAR_MM = 10;
    private static final double EDGE = 0.3; // parts of a row's height
    private static final double GAP = 0.2;
    private static final double APART = 0.5;
    private static final double SQUARE = 0.6;
    private static final double STROKE = 0.9;
    private static final Color GROUND = new Color(0x26, 0x26, 0x26);
    private static final Color NO_CHANGE = new Color(0x8a8a8a);

    private final int width;
    private final int row;
    private final Optional<Font> font;
    private final List<List<Item>> rows;

    private ChangeLegend(int width, int row, Optional<Font> font, List<List<Item>> rows) {
        this.width = width;
        this.row = row;
        this.font = font;
        this.rows = rows;
    }

    /** Draws a sign that begins at (x, y), its middle's height. */
    private interface Sign {
        void draw(Graphics2D g, double x, double y);
    }

    /** A sign as wide as {@code sign} pixels, nothing for 0, and its words. */
    private record Item(double sign, Sign drawing, String words) {}

    /**
     * The legend of a picture so wide.
     *
     * @param row height of a row, pixels
     * @param pixelsPerMm of the picture
     */
    static ChangeLegend of(int width, int row, double pixelsPerMm, Words words) {
        Graphics2D g = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        try {
            Optional<Font> font = Legend.words(g, row);
            List<List<Item>> rows = new ArrayList<>();
            font.ifPresent(f -> parts(row, pixelsPerMm, words)
                    .forEach(part -> rows.addAll(wrapped(part, width, row, g.getFontMetrics(f)))));
            return new ChangeLegend(width, row, font, rows);
        } finally {
            g.dispose();
        }
    }

    private static List<List<Item>> parts(int row, double pixelsPerMm, Words words) {
        List<Item> relief = new ArrayList<>(List.of(label(words.get("legend.relief"))));
        for (int step : STEPS) {
            String percent = step == 0 ? "0" : (step > 0 ? "+" : "\u2212") + Math.abs(step) + " %";
            relief.add(new Item(SQUARE * row, (g, x, y) -> square(g, x, y, SQUARE * row, step), percent));
        }
        List<Item> spots = new ArrayList<>(List.of(label(words.get("legend.spots"))));
        for (SpotChange.Fate fate : SpotChange.Fate.values()) {
            Palette.Ink ink = ChangePicture.ink(fate);
            spots.add(new Item(
                    STROKE * row,
                    (g, x, y) -> Overlay.stroke(g, new Line2D.Double(x, y, x + STROKE * row, y), ink, row / 30.0),
                    words.get("fate." + fate.label())));
        }
        double bar = BAR_MM * pixelsPerMm;
        Item scale = new Item(bar, (g, x, y) -> bar(g, x, y, bar, row), words.get("legend.scale"));
        return List.of(relief, spots, List.of(scale));
    }

    private static Item label(String words) {
        return new Item(0, (g, x, y) -> {}, words);
    }

    private static void square(Graphics2D g, double x, double y, double side, int percent) {
        Rectangle2D square = new Rectangle2D.Double(x, y - side / 2, side, side);
        g.setColor(NO_CHANGE);
        g.fill(square);
        g.setColor(ChangePicture.colour(percent));
        g.fill(square);
    }

    private static void bar(Graphics2D g, double x, double y, double length, int row) {
        g.setColor(Color.WHITE);
        g.setStroke(new BasicStroke(row / 10f));
        g.draw(new Line2D.Double(x, y, x + length, y));
    }

    private static List<List<Item>> wrapped(List<Item> items, int width, int row, FontMetrics metrics) {
        List<List<Item>> rows = new ArrayList<>(List.of(new ArrayList<>()));
        double x = EDGE * row;
        for (Item item : items) {
            double needed = width(item, row, metrics);
            List<Item> last = rows.get(rows.size() - 1);
            if (!last.isEmpty() && x + needed > width) {
                last = new ArrayList<>();
                rows.add(last);
                x = EDGE * row;
            }
            last.add(item);
            x += needed + APART * row;
        }
        return rows;
    }

    private static double width(Item item, int row, FontMetrics metrics) {
        return (item.sign() > 0 ? item.sign() + GAP * row : 0) + metrics.stringWidth(item.words());
    }

    /** Rows of pixels it takes; 0 on machines without any font. */
    int height() {
        return rows.size() * row;
    }

    /** Paints it from pixel row {@code top} on. */
    void paint(Graphics2D g, int top) {
        g.setColor(GROUND);
        g.fillRect(0, top, width, height());
        font.ifPresent(g::setFont);
        double y = top + row / 2.0;
        for (List<Item> items : rows) {
            double x = EDGE * row;
            for (Item item : items) {
                item.drawing().draw(g, x, y);
                double words = item.sign() > 0 ? x + item.sign() + GAP * row : x;
                g.setColor(Color.WHITE);
                g.drawString(item.words(), (float) words, (float) (y + 0.17 * row));
                x += width(item, row, g.getFontMetrics()) + APART * row;
            }
            y += row;
        }
    }
}
