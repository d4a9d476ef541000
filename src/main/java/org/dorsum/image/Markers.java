package org.dorsum.image;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.core.TermCriteria;
import org.opencv.imgproc.Imgproc;
import org.opencv.objdetect.ArucoDetector;
import org.opencv.objdetect.DetectorParameters;
import org.opencv.objdetect.Objdetect;
import org.opencv.objdetect.RefineParameters;

/**
 * ArUco markers: black squares with a code inside (Garrido-Jurado 2014, doi:10.1016/j.patcog.2014.01.005).
 *
 * <p>Looked for on a reduced picture; corners are then placed to a fraction of a pixel on the full one.
 */
public final class Markers {
    private static final int LONG_SIDE = 2000; // a marker of 10 mm on a photo of 400 mm has 50 pixels then
    private static final double CORNER_OF_SIDE =
            0.07; // half window of a corner: the next cell's corner is 1/6 to 1/9 away
    private static final int LARGEST_CORNER = 12; // pixels: enough for the blur of a photo of 50 megapixels

    private Markers() {}

    /** Sets of codes. */
    public enum Dictionary {
        /** 4 × 4 cells, 50 codes. */
        ARUCO_4X4_50(Objdetect.DICT_4X4_50, 6),
        /** 5 × 5 cells, 1000 codes; the smaller sets of 5 × 5 are its beginning. */
        ARUCO_5X5(Objdetect.DICT_5X5_1000, 7),
        /** 6 × 6 cells, 1000 codes; the smaller sets of 6 × 6 are its beginning. */
        ARUCO_6X6(Objdetect.DICT_6X6_1000, 8),
        /** 5 × 5 cells of the first ArUco release, 1024 codes. */
        ARUCO_ORIGINAL(Objdetect.DICT_ARUCO_ORIGINAL, 7);

        private final int number;
        private final int cells;

        Dictionary(int number, int cells) {
            this.number = number;
            this.cells = cells;
        }
    }

    /**
     * A marker in a picture.
     *
     * @param id of its code within the dictionary, 0 or more
     * @param corners of the black square, pixels: top left, top right, bottom right, bottom left of the upright marker
     */
    public record Marker(Dictionary dictionary, int id, List<Point> corners) {
        /** Copies the corners. */
        public Marker {
            corners = List.copyOf(corners);
        }
    }

    /** Black cells of a marker, border included: {@code height × width} cells, row by row. */
    public static Mask pattern(Dictionary dictionary, int id) {
        try (Mats mats = new Mats()) {
            Mat out = mats.empty();
            Objdetect.generateImageMarker(
                    Objdetect.getPredefinedDictionary(dictionary.number), id, dictionary.cells, out);
            return Mats.mask(out).not();
        }
    }

    /** All markers of {@code dictionaries} in the picture, without any wrong cell, in order of dictionary and id. */
    public static List<Marker> find(RgbImage image, Collection<Dictionary> dictionaries) {
        double factor = Math.max(1, Math.max(image.width(), image.height()) / (double) LONG_SIDE);
        try (Mats mats = new Mats()) {
            Mat grey = mats.empty();
            Imgproc.cvtColor(mats.of(image.toEightBits()), grey, Imgproc.COLOR_RGB2GRAY);
            Mat small = mats.empty();
            Imgproc.resize(
                    grey,
                    small,
                    new Size(Math.rint(image.width() / factor), Math.rint(image.height() / factor)),
                    0,
                    0,
                    Imgproc.INTER_AREA);
            Affine toPhoto = Affine.scaling(grey.cols() / (double) small.cols());
            List<Marker> found = new ArrayList<>();
            for (Dictionary dictionary : dictionaries) {
                for (Marker m : find(mats, small, dictionary)) {
                    List<Point> rough = m.corners().stream().map(toPhoto::apply).toList();
                    found.add(new Marker(dictionary, m.id(), refined(mats, grey, rough)));
                }
            }
            return found.stream()
                    .sorted(java.util.Comparator.comparing(Marker::dictionary).thenComparing(Marker::id))
                    .toList();
        }
    }

    private static List<Marker> find(Mats mats, Mat grey, Dictionary dictionary) {
        DetectorParameters parameters = new DetectorParameters();
        parameters.set_errorCorrectionRate(0);
        parameters.set_cornerRefinementMethod(Objdetect.CORNER_REFINE_SUBPIX);
        ArucoDetector detector = new ArucoDetector(
                Objdetect.getPredefinedDictionary(dictionary.number), parameters, new RefineParameters());
        List<Mat> corners = new ArrayList<>();
        Mat ids = mats.empty();
        detector.detectMarkers(grey, corners, ids);
        corners.forEach(mats::own);
        List<Marker> found = new ArrayList<>();
        for (int i = 0; i < corners.size(); i++) {
            float[] xy = new float[8];
            corners.get(i).get(0, 0, xy);
            int[] id = new int[1];
            ids.get(i, 0, id);
            List<Point> points = new ArrayList<>();
            for (int k = 0; k < xy.length; k += 2) {
                points.add(new Point(xy[k], xy[k + 1]));
            }
            found.add(new Marker(dictionary, id[0], points));
        }
        return found;
    }

    private static List<Point> refined(Mats mats, Mat grey, List<Point> rough) {
        double side = Math.sqrt(new Polygon(rough).area());
        int half = (int) Math.max(2, Math.min(LARGEST_CORNER, Math.rint(CORNER_OF_SIDE * side)));
        Mat corners = mats.own(new Mat(rough.size(), 1, CvType.CV_32FC2));
        for (int i = 0; i < rough.size(); i++) {
            corners.put(i, 0, new float[] {
                (float) rough.get(i).x(), (float) rough.get(i).y()
            });
        }
        Imgproc.cornerSubPix(
                grey,
                corners,
                new Size(half, half),
                new Size(-1, -1),
                new TermCriteria(TermCriteria.EPS + TermCriteria.COUNT, 50, 0.005));
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < rough.size(); i++) {
            float[] xy = new float[2];
            corners.get(i, 0, xy);
            Point p = new Point(xy[0], xy[1]);
            points.add(p.distanceTo(rough.get(i)) <= 2 * half ? p : rough.get(i));
        }
        return points;
    }
}
