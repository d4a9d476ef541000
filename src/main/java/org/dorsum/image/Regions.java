package org.dorsum.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/** Connected pixels (8 neighbours) and their outlines. */
public final class Regions {
    private Regions() {}

    /**
     * Connected parts of a mask. {@code labels[y·width + x]} is 0 outside, else the label of its region.
     */
    public record Labelled(int width, int height, int[] labels, List<Region> regions) {
        /** The pixels of one region as a mask of the whole picture. */
        public Mask mask(Region region) {
            return Mask.of(width, height, (x, y) -> labels[y * width + x] == region.label());
        }
    }

    /** One connected part: its label, area in pixels, bounding box and centre of mass. */
    public record Region(int label, int area, int left, int top, int boxWidth, int boxHeight, Point centre) {}

    /** Finds the connected parts, in raster order of their first pixel. */
    public static Labelled label(Mask mask) {
        return label(mask, 8);
    }

    private static Labelled label(Mask mask, int neighbours) {
        try (Mats mats = new Mats()) {
            Mat labels = mats.empty();
            Mat stats = mats.empty();
            Mat centres = mats.empty();
            int n = Imgproc.connectedComponentsWithStats(
                    mats.of(mask), labels, stats, centres, neighbours, CvType.CV_32S);
            int[] l = new int[mask.width() * mask.height()];
            labels.get(0, 0, l);
            int[] inRasterOrder = renumber(l, n);
            List<Region> regions = new ArrayList<>();
            int[] s = new int[5];
            double[] c = new double[2];
            for (int i = 1; i < n; i++) {
                stats.get(inRasterOrder[i], 0, s);
                centres.get(inRasterOrder[i], 0, c);
                regions.add(new Region(i, s[4], s[0], s[1], s[2], s[3], new Point(c[0], c[1])));
            }
            return new Labelled(mask.width(), mask.height(), l, List.copyOf(regions));
        }
    }

    /**
     * Gives labels new numbers in the order of their first pixel and answers the old number of each new one. OpenCV looks
     * at blocks of two rows at once and numbers parts in that order.
     */
    private static int[] renumber(int[] labels, int n) {
        int[] toNew = new int[n];
        int[] toOld = new int[n];
        int seen = 0;
        for (int i = 0; i < labels.length; i++) {
            int old = labels[i];
            if (old != 0 && toNew[old] == 0) {
                toNew[old] = ++seen;
                toOld[seen] = old;
            }
            labels[i] = toNew[old];
        }
        return toOld;
    }

    /** The largest connected part; the empty mask if there is none. Of equal ones the first in raster order. */
    public static Mask largest(Mask mask) {
        Labelled parts = label(mask);
        return parts.regions().stream()
                .max(Comparator.comparingInt(Region::area).thenComparing(r -> -r.label()))
                .map(parts::mask)
                .orElseGet(() -> Mask.none(mask.width(), mask.height()));
    }

    /** The mask with every hole of at most {@code largestHole} pixels filled; a hole does not touch the frame.
     * Its pixels join by their sides: what holds together by corners also encloses. */
    public static Mask fillHoles(Mask mask, int largestHole) {
        Labelled holes = label(mask.not(), 4);
        boolean[] fill = new boolean[holes.regions().size() + 1];
        for (Region r : holes.regions()) {
            boolean touchesFrame = r.left() == 0
                    || r.top() == 0
                    || r.left() + r.boxWidth() == mask.width()
                    || r.top() + r.boxHeight() == mask.height();
            fill[r.label()] = !touchesFrame && r.area() <= largestHole;
        }
        return Mask.of(
                mask.width(), mask.height(), (x, y) -> mask.at(x, y) || fill[holes.labels()[y * mask.width() + x]]);
    }

    /** Outer outlines of the connected parts, in pixels, largest area first; parts of fewer than three corners are left out. */
    public static List<Polygon> outlines(Mask mask) {
        List<MatOfPoint> found = new ArrayList<>();
        try (Mats mats = new Mats()) {
            Imgproc.findContours(
                    mats.of(mask), found, mats.empty(), Imgproc.RETR_EXTERNAL, Imgproc.CHAIN_APPROX_SIMPLE);
            found.forEach(mats::own);
            List<Polygon> polygons = new ArrayList<>();
            for (MatOfPoint contour : found) {
                List<Point> corners =
                        contour.toList().stream().map(p -> new Point(p.x, p.y)).toList();
                if (corners.size() >= 3) {
                    polygons.add(new Polygon(corners));
                }
            }
            polygons.sort(Comparator.comparingDouble(Polygon::area).reversed());
            return List.copyOf(polygons);
        }
    }

    /** The pixels within {@code polygon}, whose corners are in pixels of a picture of the given size. */
    public static Mask inside(Polygon polygon, int width, int height) {
        try (Mats mats = new Mats()) {
            Mat m = mats.own(Mat.zeros(height, width, CvType.CV_8U));
            MatOfPoint corners = mats.own(new MatOfPoint(polygon.corners().stream()
                    .map(p -> new org.opencv.core.Point(Math.rint(p.x()), Math.rint(p.y())))
                    .toArray(org.opencv.core.Point[]::new)));
            Imgproc.fillPoly(m, List.of(corners), new Scalar(1));
            return Mats.mask(m);
        }
    }
}
