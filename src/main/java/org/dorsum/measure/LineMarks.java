package org.dorsum.measure;

import java.util.Arrays;
import java.util.List;
import org.dorsum.hand.Zone;
import org.dorsum.skin.Skin;

/** Turns the course of a line into marks for drawing, each with its kind. */
final class LineMarks {
    /** Full width at half depth of a Gaussian valley, in σ. */
    static final double FULL_WIDTH = 2 * Math.sqrt(2 * Math.log(2));

    private static final double STANDS_OUT = 0.23; // membership down to which a line's own ends are drawn with it
    private static final double LINE =
            0.5; // mean membership from which a stretch is a line and no furrow of the network
    private static final double WRINKLE_MM = 0.45; // full width; finer ones are fine lines

    private LineMarks() {}

    /** The settings that change a mark, for provenance. */
    static String settings() {
        return "marks " + STANDS_OUT + " " + LINE + " " + WRINKLE_MM;
    }

    /**
     * Adds the stretches of a curve, cut where it sinks into the network or rises out of it, to {@code lines}.
     *
     * @param membership of each of its points in a line, 0 … 1
     */
    static void add(
            Curve curve, LineProfile profile, double[] membership, Zone zone, Skin skin, List<Mark.Line> lines) {
        int from = 0;
        for (int i = 1; i <= membership.length; i++) {
            if (i == membership.length || membership[i] >= STANDS_OUT != membership[from] >= STANDS_OUT) {
                if (curve.part(from, i).length() >= FineLines.SHORTEST_PIECE_MM * skin.pixelsPerMm()) {
                    double mean = Arrays.stream(membership, from, i).average().orElse(0);
                    lines.add(mark(curve.part(from, i), profile, mean, zone, skin));
                }
                from = i;
            }
        }
    }

    private static Mark.Line mark(Curve c, LineProfile profile, double membership, Zone zone, Skin skin) {
        double width = FULL_WIDTH * profile.sigmaMm();
        int last = c.size() - 1;
        double degrees = Math.toDegrees(Math.atan2(c.y()[last] - c.y()[0], c.x()[last] - c.x()[0]));
        return new Mark.Line(
                Mark.through(c.path(), skin.toPhoto()),
                c.length() / skin.pixelsPerMm(),
                width,
                100 * (1 - Math.exp(-profile.depth())),
                (degrees + 360) % 180,
                zone,
                kind(zone, membership, width));
    }

    private static LineKind kind(Zone zone, double membership, double width) {
        if (zone.label().startsWith("knuckle")) {
            return LineKind.KNUCKLE_CREASE;
        }
        if (membership < LINE) {
            return LineKind.FURROW;
        }
        return width < WRINKLE_MM ? LineKind.FINE_LINE : LineKind.WRINKLE;
    }
}
