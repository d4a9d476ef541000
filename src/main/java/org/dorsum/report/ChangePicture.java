package org.dorsum.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
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
    private static final Color SMOOTHER = new Color(0x2166ac);
    private static final Color ROUGHER = new Color(0xe08214);
    private static final float MOST_OPAQUE = 0.6f; // skin stays to be seen

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
        double pixelsPerMm = photoPixelsPerMm / view.toPhoto().scale();
        ChangeLegend legend = ChangeLegend.of(photo.width(), Legend.height(Math.max(0.75, unit)), pixelsPerMm, words);
        BufferedImage canvas = Overlay.toCanvas(photo, legend.height());
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
            legend.paint(g, photo.height());
        } finally {
            g.dispose();
        }
        return Overlay.toImage(canvas);
    }

    /** Of a square whose relief changed by so much; the more, the more opaque. */
    static Color colour(double percent) {
        float share = (float) Math.min(1, Math.abs(percent) / FULL_PERCENT);
        Color c = percent < 0 ? SMOOTHER : ROUGHER;
        return new Color(c.getRed(), c.getGreen(), c.getBlue(), Math.round(255 * MOST_OPAQUE * share));
    }

    /** Of a spot's outline. */
    static Palette.Ink ink(SpotChange.Fate fate) {
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
}
