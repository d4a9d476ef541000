package org.dorsum.image;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;
import org.opencv.imgproc.LineSegmentDetector;

/** Straight edges in a plane (LSD: Grompone von Gioi 2012, doi:10.5201/ipol.2012.gjmr-lsd). */
public final class Segments {
    private Segments() {}

    /** A straight edge from {@code a} to {@code b}, pixels. */
    public record Segment(Point a, Point b) {
        /** In pixels. */
        public double length() {
            return a.distanceTo(b);
        }
    }

    /** Straight edges of at least {@code shortest} pixels in a plane of values 0 … 255. */
    public static List<Segment> find(Plane plane, double shortest) {
        try (Mats mats = new Mats()) {
            Mat bytes = mats.empty();
            mats.of(plane).convertTo(bytes, CvType.CV_8U);
            LineSegmentDetector detector = Imgproc.createLineSegmentDetector(Imgproc.LSD_REFINE_STD, 1);
            Mat lines = mats.empty();
            try {
                detector.detect(bytes, lines);
            } finally {
                Reference.reachabilityFence(detector); // the bindings hand its address alone to native code
            }
            List<Segment> found = new ArrayList<>();
            float[] v = new float[4];
            for (int i = 0; i < lines.rows(); i++) {
                lines.get(i, 0, v);
                Segment s = new Segment(new Point(v[0], v[1]), new Point(v[2], v[3]));
                if (s.length() >= shortest) {
                    found.add(s);
                }
            }
            return found;
        }
    }
}
