package org.dorsum.hand;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dorsum.image.Affine;
import org.dorsum.image.Mask;
import org.dorsum.image.Point;
import org.dorsum.image.Regions;
import org.dorsum.image.Resampling;
import org.dorsum.photo.Finding;
import org.dorsum.photo.Finding.Severity;

/**
 * What key points, mask, aspect and side say about how a hand was held and framed. An {@link Severity#ERROR} means that
 * numbers of the back of the hand must not be given.
 */
public final class HandFindings {
    private static final int MOST_STRAIGHT_IN_FIST = 1; // of four fingers: the index often stays half straight
    private static final double TIP =
            0.1; // of the knuckles' breadth, 5 mm: a fingertip goes on 7 mm beyond its key point
    private static final double LEAST_DORSUM =
            0.8; // of the oval in the photo: below, two rows of tiles and more are missing
    private static final double ANY_DORSUM = 0.15; // of the oval: fewer tiles than a value needs
    private static final double SECOND_HAND = 0.35; // of the larger one's area; a finger parted by a ring has 0.08

    /** Palm length over knuckles' breadth: flat hands have 0.82 to 1.67 in 149 photos, rendered ones 1.55. */
    private static final double SHORTEST_PALM = 0.75; // 60° of tilt along the hand

    private static final double LONGEST_PALM = 2.2; // 45° of tilt across the hand

    private HandFindings() {}

    /**
     * The findings, most severe first.
     *
     * @param landmarks 21 key points in pixels of the photo, upright and at any size, or none: then what needs them is not said
     * @param skin of the hand or hands, at the size of the photo in whose pixels the landmarks are
     */
    public static List<Finding> of(List<Landmark> landmarks, Mask skin, Aspect aspect, Side side) {
        List<Finding> found = new ArrayList<>();
        Optional<HandBones> all = landmarks.isEmpty() ? Optional.empty() : Optional.of(new HandBones(landmarks));
        Optional<HandBones> bones = all.filter(HandBones::anyKnuckleKnown);
        if (all.isPresent() && bones.isEmpty()) {
            found.add(
                    new Finding(
                            "no-back-of-hand",
                            Severity.ERROR,
                            "No knuckles can be seen: the photo shows only fingers, or the hand cannot be told from what is about it.",
                            "Photograph the whole hand, from the wrist to the fingertips, on a plain ground of another colour."));
        }
        if (aspect == Aspect.PALMAR) {
            found.add(new Finding(
                    "palm-up",
                    Severity.ERROR,
                    "The photo shows the palm; the back of the hand is what is measured.",
                    "Turn the hand over and photograph its back."));
        }
        bones.ifPresent(b -> framing(found, b, skin));
        if (aspect == Aspect.UNCLEAR) {
            found.add(new Finding(
                    "aspect-unclear",
                    Severity.WARNING,
                    "Whether the photo shows the back of the hand or the palm is not clear.",
                    "Check that it is the back; photograph the whole hand flat, back up."));
        }
        bones.ifPresent(b -> pose(found, b, skin));
        if (hasSecondHand(bones, skin)) {
            found.add(new Finding(
                    "two-hands",
                    Severity.WARNING,
                    "There seem to be two hands in the photo; the larger one was taken.",
                    "Photograph one hand at a time."));
        }
        if (side == Side.UNCLEAR) {
            found.add(new Finding(
                    "side-unclear",
                    Severity.INFO,
                    "Whether it is a left or a right hand is not clear.",
                    "State the hand in the list of photos, or show the whole hand with its thumb."));
        }
        return List.copyOf(found);
    }

    private static void framing(List<Finding> found, HandBones bones, Mask photo) {
        double seen = dorsumInPhoto(bones, photo);
        if (seen < ANY_DORSUM) {
            found.add(new Finding(
                    "no-back-of-hand",
                    Severity.ERROR,
                    "The back of the hand is not in the photo: only fingers or the wrist are.",
                    "Photograph the whole hand, from the wrist to the fingertips."));
        } else if (seen < LEAST_DORSUM) {
            found.add(new Finding(
                    "hand-cut",
                    Severity.WARNING,
                    "The edge of the photo cuts off part of the back of the hand.",
                    "Photograph the whole hand, from the wrist to the fingertips."));
        }
        if (seen >= ANY_DORSUM && Finger.ALL.stream().anyMatch(f -> cut(bones, f, photo))) {
            found.add(new Finding(
                    "fingers-cut",
                    Severity.INFO,
                    "Fingertips lie outside the photo; what is cut off is not measured.",
                    "Photograph the whole hand, from the wrist to the fingertips."));
        }
    }

    private static void pose(List<Finding> found, HandBones bones, Mask photo) {
        long straight = Finger.LONG.stream().filter(f -> !bones.bent(f)).count();
        if (straight <= MOST_STRAIGHT_IN_FIST) {
            found.add(new Finding(
                    "fist",
                    Severity.WARNING,
                    "The fingers are bent: this stretches the skin of the back of the hand, and lines look fainter.",
                    "Lay the hand flat, fingers straight and relaxed."));
        }
        double palm = bones.palmLength() / Math.max(1e-9, bones.breadth());
        boolean wristSeen = bones.known(0) && edgeDistance(bones.at(0), photo) >= 0;
        if (wristSeen && !(palm >= SHORTEST_PALM && palm <= LONGEST_PALM)) {
            found.add(new Finding(
                    "view-tilted",
                    Severity.WARNING,
                    "The hand is seen aslant: lengths and directions on the skin are distorted.",
                    "Hold the camera straight above the back of the hand."));
        }
    }

    /** Whether a finger's tip, or all of it, lies beyond the photo's frame. */
    private static boolean cut(HandBones bones, Finger finger, Mask photo) {
        return edgeDistance(bones.at(finger.tip()), photo) < TIP * bones.breadth();
    }

    /** Distance of a point to the photo's frame, pixels; negative outside. */
    private static double edgeDistance(Point p, Mask photo) {
        return Math.min(Math.min(p.x(), p.y()), Math.min(photo.width() - 1 - p.x(), photo.height() - 1 - p.y()));
    }

    /** Share of the back of the hand, as it should be, that lies in the photo, 0 … 1: of points on a lattice over it. */
    private static double dorsumInPhoto(HandBones bones, Mask photo) {
        int inside = 0;
        List<Point> lattice = DorsumZone.lattice(bones);
        for (Point p : lattice) {
            inside += edgeDistance(p, photo) >= 0 ? 1 : 0;
        }
        return inside / (double) lattice.size();
    }

    /** Whether a second part of the skin is large enough for a hand and is not the forearm behind a watch or a bracelet. */
    private static boolean hasSecondHand(Optional<HandBones> bones, Mask skin) {
        double factor = PalmGeometry.LONG_SIDE / (double) Math.max(skin.width(), skin.height());
        Mask small = Resampling.resize(skin, (int) Math.max(1, Math.rint(skin.width() * factor)), (int)
                Math.max(1, Math.rint(skin.height() * factor)));
        List<Regions.Region> parts = Regions.label(small).regions();
        int largest = parts.stream().mapToInt(Regions.Region::area).max().orElse(0);
        Affine toPhoto = Affine.scaling(skin.width() / (double) small.width());
        return parts.stream()
                        .filter(r -> r.area() >= SECOND_HAND * largest)
                        .filter(r -> bones.isEmpty() || !forearm(bones.get(), toPhoto.apply(r.centre())))
                        .count()
                >= 2;
    }

    private static boolean forearm(HandBones bones, Point centre) {
        Point fromWrist = centre.minus(bones.at(0));
        double along = PalmGeometry.dot(fromWrist, bones.axis());
        double aside = Math.abs(PalmGeometry.cross(bones.axis(), fromWrist));
        return along < 0 && aside < Math.max(bones.breadth(), -along);
    }
}
