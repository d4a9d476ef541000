package org.dorsum.hand;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dorsum.image.Mask;
import org.dorsum.image.Point;
import org.dorsum.image.Polygon;

/**
 * The skin over the base joint of a finger: a disc around the joint's key point, cut off where the back of the hand, the
 * finger's first segment, a neighbouring finger's share or the outline begins. Seen whole from the joint, so that its outline
 * cannot cross itself.
 */
final class KnuckleZone {
    private static final int RAYS = 40;
    private static final double RADIUS = 0.15; // of the knuckles' breadth: 8 mm in adults, the height and its creases
    private static final double LEAST_AREA = 0.45; // of the disc: less is not the knuckle any more
    private static final double STEP_MM = 0.2;
    private static final double APART_MM = 0.5; // between two zones

    private final HandBones bones;
    private final Mask skin;
    private final double pixelsPerMm;
    private final Polygons.Area dorsum;

    KnuckleZone(HandBones bones, Mask skin, double pixelsPerMm, Polygon dorsum) {
        this.bones = bones;
        this.skin = skin;
        this.pixelsPerMm = pixelsPerMm;
        this.dorsum = Polygons.Area.of(dorsum);
    }

    /** The outline, in pixels of the photo; empty where too little of the knuckle is free. */
    Optional<Polygon> outline(Finger finger) {
        Point centre = bones.at(finger.knuckle());
        if (!free(centre, finger)) {
            return Optional.empty();
        }
        double radius = RADIUS * bones.breadth();
        List<Point> corners = new ArrayList<>(RAYS);
        for (int i = 0; i < RAYS; i++) {
            double t = 2 * Math.PI * i / RAYS;
            Point out = new Point(Math.cos(t), Math.sin(t));
            corners.add(centre.plus(out.times(reach(centre, out, radius, finger))));
        }
        Polygon outline = new Polygon(corners);
        return outline.area() < LEAST_AREA * Math.PI * radius * radius ? Optional.empty() : Optional.of(outline);
    }

    private double reach(Point centre, Point out, double radius, Finger finger) {
        double step = STEP_MM * pixelsPerMm;
        double r = 0;
        while (r + step <= radius) {
            if (!free(centre.plus(out.times(r + step)), finger)) {
                return Math.max(0.5 * step, r - APART_MM * pixelsPerMm);
            }
            r += step;
        }
        return r;
    }

    private boolean free(Point p, Finger finger) {
        double inset = ZoneLayout.INSET_MM * pixelsPerMm;
        return skinAround(p, inset)
                && !bones.anotherNearer(p, bones.distance(p, finger), finger)
                && !beyond(p, finger)
                && !dorsum.contains(p);
    }

    /** Whether the outline is at least so far away, looked at in eight directions. */
    private boolean skinAround(Point p, double distance) {
        for (int i = 0; i < 8; i++) {
            double t = Math.PI * i / 4;
            int x = (int) Math.rint(p.x() + distance * Math.cos(t));
            int y = (int) Math.rint(p.y() + distance * Math.sin(t));
            if (!skin.contains(x, y)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the finger's first zone begins here. */
    private boolean beyond(Point p, Finger finger) {
        Finger.Segment first = finger.segments().get(0);
        Point way = bones.at(first.to()).minus(bones.at(first.from()));
        double along = PalmGeometry.dot(p.minus(bones.at(first.from())), HandBones.unit(way));
        return along > FingerZone.start(first) * Math.hypot(way.x(), way.y()) - APART_MM * pixelsPerMm;
    }
}
