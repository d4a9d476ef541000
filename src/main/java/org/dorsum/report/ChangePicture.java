package org.dorsum.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.dorsum.assess.Assessment;
import org.dorsum.compare.ChangeMap;
import org.dorsum.compare.Comparison;
import org.dorsum.compare.SpotChange;
import org.dorsum.hand.Hand;
import org.dorsum.image.Affine;
import org.dorsum.image.Codec;
import org.dorsum.image.Point;
import org.dorsum.image.Polygon;
import org.dorsum.image.RgbImage;
import org.dorsum.photo.Photo;

/**
 * Where on the hand what has changed, drawn on the earlier photo, made grey so that colour means change alone: squares of skin by
 * change of relief, blue for smoother and orange for rougher, and the outline of every spot by what became of it. With a legend
 * and a scale bar. Every colour differs in lightness or dash too.
 */
public final class ChangePicture {
    private static final int LONGEST_SIDE = 1400;
    private static final double MARGIN = 0.2; // of the zone
    private static final double FULL_PERCENT = 40; // change at which a square's colour is full
    private static final int[] STEPS = {-40, -20, 0, 20, 40}; // of the legend
    private static final Color SMOOTHER = new Color(0x2166ac);
    private static final Color ROUGHER = new Color(0xe08214);
    private static final float MOST_OPAQUE = 0.6f; // skin stays to be seen
    private static final double BAR_MM = 10;
    private static final double SMALLEST_WORDS = 0.5; // of their usual size

    private ChangePicture() {}

    /** The picture as a PNG file; empty where photos were not compared. */
    public static Optional<byte[]> png(Comparison comparison, Photo before) {
        return of(comparison, before, Words.english()).map(Codec::png);
    }

    static Optional<RgbImage> of(Comparison comparison, Photo before, Words words) {
        Assessment first = comparison.before().get(0);
        if (comparison.registration().isEmpty() || first.hand().isEmpty()) {
            return Optional.empty();
        }
        Hand hand = first.hand().get();
        Viewport view = Viewport.around(hand.dorsum(), MARGIN, before.pixels(), LONGEST_SIDE);
        return Optional.of(draw(
                comparison.map(),
                view,
                grey(view.of(before.pixels())),
                hand.scale().pixelsPerMm(),
                words));
    }

    /**
     * The back of a hand in grey, small enough to be kept until a course is known to its end.
     *
     * @param jpeg what is seen through {@code view}
     * @param pixelsPerMm of the photo
     */
    record Ground(byte[] jpeg, Viewport view, double pixelsPerMm) {
        private static final int SIDE = 1000;
        private static final int QUALITY = 85;

        static Ground of(Hand hand, RgbImage photo) {
            Viewport view = Viewport.around(hand.dorsum(), MARGIN, photo, SIDE);
            return new Ground(
                    Codec.jpeg(grey(view.of(photo)), QUALITY),
                    view,
                    hand.scale().pixelsPerMm());
        }
    }

    static RgbImage of(ChangeMap map, Ground ground, Words words) {
        RgbImage photo = Codec.decode(ground.jpeg()).orElseThrow();
        return draw(map, ground.view(), photo, ground.pixelsPerMm(), words);
    }

    private static RgbImage grey(RgbImage image) {
        return RgbImage.of(image.width(), image.height(), (x, y) -> {
            int rgb = image.packed(x, y);
            int grey = (int) Math.rint(0.30 * (rgb >> 16 & 255) + 0.59 * (rgb >> 8 & 255) + 0.11 * (rgb & 255));
            return 0x010101 * grey;
        });
    }

    private static RgbImage draw(ChangeMap map, Viewport view, RgbImage photo, double photoPixelsPerMm, Words words) {
        double unit = Math.max(photo.width(), photo.height()) / 1600.0;
        int strip = 2 * Legend.height(Math.max(0.75, unit));
        BufferedImage canvas = Overlay.toCanvas(photo, strip);
        Graphics2D g = canvas.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            g.setClip(0, 0, photo.width(), photo.height());
            Affine toView = view.fromPhoto();
            for (ChangeMap.Square square : map.relief()) {
                g.setColor(colour(square.changePercent()));
                g.fill(polygon(square.outline().through(toView)));
            }
            for (SpotChange spot : map.spots()) {
                Overlay.stroke(g, polygon(spot.outline().through(toView)), ink(spot.fate()), Math.max(0.8, unit));
            }
            g.setClip(null);
            double pixelsPerMm = photoPixelsPerMm / view.toPhoto().scale();
            legend(g, photo.width(), photo.height(), strip, pixelsPerMm, words);
        } finally {
            g.dispose();
        }
        return Overlay.toImage(canvas);
    }

    private static Color colour(double percent) {
        float share = (float) Math.min(1, Math.abs(percent) / FULL_PERCENT);
        Color c = percent < 0 ? SMOOTHER : ROUGHER;
        return new Color(c.getRed(), c.getGreen(), c.getBlue(), Math.round(255 * MOST_OPAQUE * share));
    }

    private static Palette.Ink ink(SpotChange.Fate fate) {
        return switch (fate) {
            case UNCHANGED -> Palette.SAME;
            case FADED -> Palette.FADED;
            case GONE -> Palette.GONE;
            case GROWN -> Palette.GROWN;
            case NEW -> Palette.NEW;
        };
    }

    private static Shape polygon(Polygon polygon) {
        List<Point> corners = polygon.corners();
        Path2D path = new Path2D.Double();
        path.moveTo(corners.get(0).x(), corners.get(0).y());
        corners.subList(1, corners.size()).forEach(p -> path.lineTo(p.x(), p.y()));
        path.closePath();
        return path;
    }

    /** Two rows: relief with its steps and the scale bar; spots. */
    private static void legend(Graphics2D g, int width, int top, int strip, double pixelsPerMm, Words words) {
        g.setColor(new Color(0x26, 0x26, 0x26));
        g.fillRect(0, top, width, strip);
        int row = strip / 2;
        Legend.words(g, row).ifPresent(font -> {
            g.setFont(font);
            g.setFont(font.deriveFont((float) (font.getSize2D() * shrink(g, width, row, words))));
            double y = top + row / 2.0;
            double x = text(g, words.get("legend.relief"), row * 0.3, y, row);
            for (int step : STEPS) {
                double side = row * 0.6;
                g.setColor(new Color(0x8a8a8a));
                g.fill(new java.awt.geom.Rectangle2D.Double(x, y - side / 2, side, side));
                g.setColor(colour(step));
                g.fill(new java.awt.geom.Rectangle2D.Double(x, y - side / 2, side, side));
                x = text(
                        g,
                        step == 0 ? "0" : (step > 0 ? "+" : "\u2212") + Math.abs(step) + " %",
                        x + side + row * 0.2,
                        y,
                        row);
            }
            double bar = BAR_MM * pixelsPerMm;
            double right = width - row * 0.4;
            g.setColor(Color.WHITE);
            g.setStroke(new java.awt.BasicStroke(row / 10f));
            g.draw(new Line2D.Double(right - bar, y + row * 0.28, right, y + row * 0.28));
            String label = words.get("legend.scale");
            text(g, label, right - bar / 2 - g.getFontMetrics().stringWidth(label) / 2.0, y - row * 0.1, row);
            double below = y + row;
            double at = text(g, words.get("legend.spots"), row * 0.3, below, row);
            for (SpotChange.Fate fate : SpotChange.Fate.values()) {
                Palette.Ink ink = ink(fate);
                Overlay.stroke(g, new Line2D.Double(at, below, at + row * 0.9, below), ink, row / 30.0);
                at = text(g, words.get("fate." + fate.label()), at + row * 1.1, below, row);
            }
        });
    }

    /** By how much smaller than usual the words of the longer row, that of spots, have to be. */
    private static double shrink(Graphics2D g, int width, int row, Words words) {
        double swatches = row * (1 + 1.6 * SpotChange.Fate.values().length);
        double letters = g.getFontMetrics().stringWidth(words.get("legend.spots"));
        for (SpotChange.Fate fate : SpotChange.Fate.values()) {
            letters += g.getFontMetrics().stringWidth(words.get("fate." + fate.label()));
        }
        return Math.max(SMALLEST_WORDS, Math.min(1, (width - swatches) / letters));
    }

    /** Writes and answers where the next thing may stand. */
    private static double text(Graphics2D g, String text, double x, double middle, int row) {
        g.setColor(Color.WHITE);
        g.drawString(text, (float) x, (float) (middle + 0.17 * row));
        return x + g.getFontMetrics().stringWidth(text) + row * 0.5;
    }
}
