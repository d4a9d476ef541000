package org.dorsum.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.dorsum.assess.Assessment;
import org.dorsum.image.Affine;
import org.dorsum.image.Codec;
import org.dorsum.image.Point;
import org.dorsum.image.Polygon;
import org.dorsum.image.Resampling;
import org.dorsum.image.RgbImage;
import org.dorsum.photo.Photo;

/**
 * A photo with what was found drawn on it: outline of the hand's skin, measured zone, lines, hair and spots, in thin strokes
 * that leave the skin to be seen, with a legend. At most 1600 pixels on the long side.
 */
public final class Overlay {
    private static final int LONGEST_SIDE = 1600;

    private Overlay() {}

    /** The picture as a PNG file, without metadata. */
    public static byte[] png(Photo photo, Assessment assessment) {
        return Codec.png(draw(photo.pixels(), assessment));
    }

    static RgbImage draw(RgbImage photo, Assessment assessment) {
        int strip = Legend.height(LONGEST_SIDE / 1600.0);
        RgbImage small = shrunk(photo, LONGEST_SIDE, LONGEST_SIDE - strip);
        Drawing drawing = Drawing.of(assessment, Affine.scaling((double) small.width() / photo.width()));
        BufferedImage canvas = toCanvas(small, strip);
        Graphics2D g = canvas.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            double unit = Math.max(small.width(), small.height()) / 1600.0;
            g.setClip(0, 0, small.width(), small.height());
            paint(g, drawing, unit);
            g.setClip(null);
            Legend.paint(g, small.width(), small.height(), strip);
        } finally {
            g.dispose();
        }
        return toImage(canvas);
    }

    /** The picture at most so many pixels wide and high. */
    static RgbImage shrunk(RgbImage image, int widest, int highest) {
        double factor = Math.min((double) widest / image.width(), (double) highest / image.height());
        return factor >= 1
                ? image
                : Resampling.resize(image, Math.max(1, (int) Math.round(image.width() * factor)), Math.max(1, (int)
                        Math.round(image.height() * factor)));
    }

    private static void paint(Graphics2D g, Drawing drawing, double unit) {
        for (Polygon outline : drawing.hand()) {
            stroke(g, curve(outline), Palette.HAND, unit);
        }
        for (Polygon zone : drawing.zones()) {
            stroke(g, curve(zone), Palette.ZONE, unit);
        }
        for (Polygon part : drawing.parts()) {
            stroke(g, curve(part), Palette.PART, unit);
        }
        for (Point p : drawing.points()) {
            double r = 3.5 * unit;
            stroke(g, new Ellipse2D.Double(p.x() - r, p.y() - r, 2 * r, 2 * r), Palette.POINT, unit);
        }
        for (List<Point> hair : drawing.hairs()) {
            stroke(g, polyline(hair), Palette.HAIR, unit);
        }
        for (List<Point> line : drawing.lines()) {
            stroke(g, polyline(line), Palette.LINE, unit);
        }
        for (Polygon spot : drawing.spots()) {
            stroke(g, curve(spot), Palette.SPOT, unit);
        }
        for (Polygon area : drawing.areas()) {
            stroke(g, curve(area), Palette.AREA, unit);
        }
        for (Polygon suspect : drawing.suspects()) {
            stroke(g, curve(suspect), Palette.SUSPECT, unit);
        }
    }

    /** A thin coloured stroke on a slightly wider, half transparent dark one: seen on light and on dark skin. */
    static void stroke(Graphics2D g, Shape shape, Palette.Ink ink, double unit) {
        float width = (float) Math.max(0.8, ink.width() * unit);
        g.setColor(new Color(0, 0, 0, 110));
        g.setStroke(new BasicStroke(
                width + (float) (1.2 * Math.max(0.8, unit)), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(shape);
        g.setColor(new Color(ink.rgb()));
        g.setStroke(
                ink.dashed()
                        ? new BasicStroke(
                                width,
                                BasicStroke.CAP_BUTT,
                                BasicStroke.JOIN_ROUND,
                                1,
                                new float[] {6 * width, 4 * width},
                                0)
                        : new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(shape);
    }

    private static Shape polyline(List<Point> points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points.get(0).x(), points.get(0).y());
        points.subList(1, points.size()).forEach(p -> path.lineTo(p.x(), p.y()));
        return path;
    }

    /** Through the middles of the sides, bent towards the corners: a quadratic B-spline. */
    private static Shape curve(Polygon polygon) {
        List<Point> corners = polygon.corners();
        Point last = corners.get(corners.size() - 1);
        Point start = middle(last, corners.get(0));
        Path2D path = new Path2D.Double();
        path.moveTo(start.x(), start.y());
        for (int i = 0; i < corners.size(); i++) {
            Point corner = corners.get(i);
            Point end = middle(corner, corners.get((i + 1) % corners.size()));
            path.quadTo(corner.x(), corner.y(), end.x(), end.y());
        }
        path.closePath();
        return path;
    }

    private static Point middle(Point a, Point b) {
        return a.plus(b).times(0.5);
    }

    static BufferedImage toCanvas(RgbImage image, int strip) {
        BufferedImage canvas = new BufferedImage(image.width(), image.height() + strip, BufferedImage.TYPE_INT_RGB);
        int[] row = new int[image.width()];
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < row.length; x++) {
                row[x] = image.packed(x, y);
            }
            canvas.setRGB(0, y, row.length, 1, row, 0, row.length);
        }
        return canvas;
    }

    static RgbImage toImage(BufferedImage canvas) {
        int width = canvas.getWidth();
        int[] all = canvas.getRGB(0, 0, width, canvas.getHeight(), null, 0, width);
        return RgbImage.of(width, canvas.getHeight(), (x, y) -> all[y * width + x]);
    }
}
