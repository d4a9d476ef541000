package org.dorsum.synth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dorsum.image.Point;
import org.dorsum.image.Polygon;

/** Outlines of the zones of the back of the hand in the picture, by the names the tool uses. */
final class ZoneTruth {
    private static final double[][] DORSUM = { // mm of a mean hand, thumb's side first, from the wrist to the knuckles
        {-23, 12}, {-28, 35}, {-33, 60}, {-33, 74}, {-26, 78}, {-7, 82}, {12, 78}, {27, 69}, {34, 60}, {31, 38},
        {25, 12}
    };
    private static final String[] FINGERS = {"thumb", "index", "middle", "ring", "little"};
    private static final String[] SEGMENTS = {"proximal", "middle", "distal"};

    private ZoneTruth() {}

    static Map<String, Polygon> of(Scene s) {
        Map<String, Polygon> zones = new LinkedHashMap<>();
        List<Point> corners = new ArrayList<>();
        for (double[] p : DORSUM) {
            corners.add(onSkin(s, p[0] * s.anatomy.handBreadth(), p[1] * s.anatomy.scale()));
        }
        zones.put(s.setup.palm() ? "palm" : "dorsum", new Polygon(corners));
        if (s.setup.palm()) {
            return zones;
        }
        for (int f = 0; f < 5; f++) {
            Vec k = s.posed.joints()[f == 0 ? 2 : 1 + 4 * f];
            List<Point> ring = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                double a = i * Math.PI / 8;
                ring.add(onSkin(s, k.x() + 8.5 * StrictMath.cos(a), k.y() + 8.5 * StrictMath.sin(a)));
            }
            zones.put("knuckle_" + FINGERS[f], new Polygon(ring));
        }
        int[] segment = new int[6];
        for (Bone b : s.posed.bones()) {
            int f = b.group();
            if (f == 0) {
                continue;
            }
            boolean tip = s.posed.tips()[f - 1].equals(b);
            String name = tip ? SEGMENTS[2] : SEGMENTS[segment[f]++];
            double from = name.equals("proximal") && f > 1 ? 0.42 : 0.16;
            double to = tip ? 0.62 : 0.84;
            zones.put(FINGERS[f - 1] + "_" + name, segment(s, b, from, to));
        }
        return zones;
    }

    private static Polygon segment(Scene s, Bone b, double from, double to) {
        List<Point> corners = new ArrayList<>();
        double[][] path = {{from, -0.8}, {to, -0.8}, {to, 0.8}, {from, 0.8}};
        for (double[] p : path) {
            double r = b.radius(p[0]);
            corners.add(s.camera.project(b.at(p[0], p[1] * r, 0.55 * r)));
        }
        return new Polygon(corners);
    }

    /** Where the skin above (x, y) appears, pixels. */
    private static Point onSkin(Scene s, double x, double y) {
        int[] all = new int[s.flesh.boneCount()];
        for (int i = 0; i < all.length; i++) {
            all[i] = i;
        }
        double down = s.setup.palm() ? 1 : -1;
        double z = s.setup.palm() ? -20 : 60;
        for (int i = 0; i < 40; i++) {
            double d = s.flesh.distance(x, y, z, all);
            if (d < 0.05 || Math.abs(z) > 70) {
                break;
            }
            z += down * d;
        }
        return s.camera.project(new Vec(x, y, z));
    }
}
