package org.dorsum.image;

import java.lang.ref.Reference;
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
    private static final int LONG_SIDE =
            1400; // roughly; a marker of 10 mm on a photo of 400 mm has 35 pixels then, its cells 4 to 6
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
            var codes = Objdetect.getPredefinedDictionary(dictionary.number);
            try {
                Objdetect.generateImageMarker(codes, id, dictionary.cells, out);
            } finally {
                Reference.reachabilityFence(codes);
            }
            return Mats.mask(out).not();
        }
    }

    /** The picture reduced to the size at which markers are looked for. */
    public static RgbImage reduced(RgbImage image) {
        return Resampling.reducedTowards(image, LONG_SIDE);
    }

    /** All markers of {@code dictionaries} in the picture, without any wrong cell, in order of dictionary and id. */
    public static List<Marker> find(RgbImage image, Collection<Dictionary> dictionaries) {
        return find(image, reduced(image), dictionaries);
    }

    /**
     * The same where the picture has been reduced before.
     *
     * @param reduced by {@link #reduced}
     */
    public static List<Marker> find(RgbImage image, RgbImage reduced, Collection<Dictionary> dictionaries) {
        int n = Math.floorDiv(image.width(), reduced.width());
        try (Mats mats = new Mats()) {
            Mat small = grey(mats, reduced);
            Affine toPhoto = Affine.scaling(n);
            List<Marker> found = new ArrayList<>();
            for (Dictionary dictionary : dictionaries) {
                for (Marker m : find(mats, small, dictionary)) {
                    List<Point> rough = m.corners().stream().map(toPhoto::apply).toList();
                    found.add(new Marker(dictionary, m.id(), n == 1 ? rough : refined(image, rough)));
                }
            }
            return found.stream()
                    .sorted(java.util.Comparator.comparing(Marker::dictionary).thenComparing(Marker::id))
                    .toList();
        }
    }

    private static List<Marker> find(Mats mats, Mat grey, Dictionary dictionary) {
        List<Mat> corners = new ArrayList<>();
        Mat ids = mats.empty();
        detect(grey, dictionary, corners, ids);
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

    /**
     * Runs the detector. The bindings hand only addresses to native code: without the fences the collector could free detector
     * and parameters while they are in use, which broke one of some hundreds of photos of a long batch.
     */
    private static void detect(Mat grey, Dictionary dictionary, List<Mat> corners, Mat ids) {
        DetectorParameters parameters = new DetectorParameters();
        RefineParameters refining = new RefineParameters();
        var codes = Objdetect.getPredefinedDictionary(dictionary.number);
        try {
            parameters.set_errorCorrectionRate(0);
            parameters.set_cornerRefinementMethod(Objdetect.CORNER_REFINE_SUBPIX);
            ArucoDetector detector = new ArucoDetector(codes, parameters, refining);
            try {
                detector.detectMarkers(grey, corners, ids);
            } finally {
                Reference.reachabilityFence(detector);
            }
        } finally {
            Reference.reachabilityFence(parameters);
            Reference.reachabilityFence(refining);
            Reference.reachabilityFence(codes);
        }
    }

    private static Mat grey(Mats mats, RgbImage image) {
        Mat grey = mats.empty();
        Imgproc.cvtColor(mats.of(image.toEightBits()), grey, Imgproc.COLOR_RGB2GRAY);
        return grey;
    }

    /** The corners moved to where the full picture's edges meet. */
    private static List<Point> refined(RgbImage image, List<Point> rough) {
        double side = Math.sqrt(new Polygon(rough).area());
        int half = (int) Math.max(2, Math.min(LARGEST_CORNER, Math.rint(CORNER_OF_SIDE * side)));
        List<Point> points = new ArrayList<>();
        for (Point corner : rough) {
            Point p = refined(image, corner, half);
            points.add(p.distanceTo(corner) <= 2 * half ? p : corner);
        }
        return points;
    }

    private static Point refined(RgbImage image, Point corner, int half) {
        int reach = 3 * half + 3; // the window may move by its own size, and one pixel more is read about it
        int left = Math.max(0, (int) corner.x() - reach);
        int top = Math.max(0, (int) corner.y() - reach);
        int width = Math.min(image.width(), (int) corner.x() + reach + 1) - left;
        int height = Math.min(image.height(), (int) corner.y() + reach + 1) - top;
        if (width < 2 * half + 6 || height < 2 * half + 6) { // at the frame there is no room to look
            return corner;
        }
        try (Mats mats = new Mats()) {
            Mat corners = mats.own(new Mat(1, 1, CvType.CV_32FC2));
            corners.put(0, 0, new float[] {(float) (corner.x() - left), (float) (corner.y() - top)});
            Imgproc.cornerSubPix(
                    grey(mats, Resampling.crop(image, left, top, width, height)),
                    corners,
                    new Size(half, half),
                    new Size(-1, -1),
                    new TermCriteria(TermCriteria.EPS + TermCriteria.COUNT, 50, 0.005));
            float[] xy = new float[2];
            corners.get(0, 0, xy);
            return new Point(left + xy[0], top + xy[1]);
        }
    }
}
