package org.dorsum.hand;

import java.util.ArrayList;
import java.util.List;
import org.dorsum.image.Affine;
import org.dorsum.image.Mask;
import org.dorsum.image.Point;

/**
 * A flat hand of straight capsules whose key points are known, in millimetres: knuckles in a row at y = 0, fingers towards
 * negative y, wrist at (0, 80). Seen through any map to a photo of 900 × 900 pixels.
 */
record LaidHand(double fingerRadiusMm, List<Point> points, Affine toPhoto) {
    static final int SIDE = 900;
    static final double BREADTH = 55;
    private static final double[] KNUCKLES = {-27.5, -9.2, 9.2, 27.5};

    /** Straight fingers that leave gaps, in the middle of the photo. */
    static LaidHand flat() {
        List<Point> p = new ArrayList<>(List.of(
                new Point(0, 80), new Point(-30, 62), new Point(-50, 36), new Point(-62, 14), new Point(-72, -6)));
        for (int f = 0; f < 4; f++) {
            double y = 0;
            p.add(new Point(KNUCKLES[f], 0));
            for (Finger.Segment s : Finger.LONG.get(f).segments()) {
                y -= s.length() * BREADTH;
                p.add(new Point(KNUCKLES[f], y));
            }
        }
        return new LaidHand(8, p, Affine.identity()).seen(0, 4, 450, 500);
    }

    LaidHand withRadius(double mm) {
        return new LaidHand(mm, points, toPhoto);
    }

    LaidHand with(int point, double x, double y) {
        List<Point> p = new ArrayList<>(points);
        p.set(point, new Point(x, y));
        return new LaidHand(fingerRadiusMm, p, toPhoto);
    }

    /** Turned, scaled, and with the point between the middle knuckles at (x, y). */
    LaidHand seen(double radians, double pixelsPerMm, double x, double y) {
        return through(Affine.turnAndScale(radians, pixelsPerMm).then(Affine.shift(x, y)));
    }

    LaidHand through(Affine map) {
        return new LaidHand(fingerRadiusMm, points, map);
    }

    List<Landmark> landmarks() {
        return points.stream().map(p -> new Landmark(toPhoto.apply(p), 0.9)).toList();
    }

    /** The landmarks with one of them a guess. */
    List<Landmark> landmarksUnsureOf(int i) {
        List<Landmark> all = new ArrayList<>(landmarks());
        all.set(i, new Landmark(all.get(i).position(), 0.1));
        return all;
    }

    Scale scale() {
        return new Scale(toPhoto.scale(), Scale.Source.GIVEN, 0);
    }

    Mask skin() {
        Affine back = toPhoto.inverse();
        HandBones bones =
                new HandBones(points.stream().map(q -> new Landmark(q, 1)).toList());
        return Mask.of(SIDE, SIDE, (x, y) -> skinAt(bones, back.apply(new Point(x, y))));
    }

    private boolean skinAt(HandBones bones, Point p) {
        boolean skin = bones.distance(p, 0, 1) < 14 || bones.distance(p, 1, 2) < 12;
        for (Finger f : Finger.ALL) {
            skin = skin || (f.knuckle() > 2 && bones.distance(p, 0, f.knuckle()) < 12);
            for (int i = f.knuckle(); i < f.tip(); i++) {
                skin = skin || bones.distance(p, i, i + 1) < fingerRadiusMm;
            }
        }
        return skin;
    }
}
