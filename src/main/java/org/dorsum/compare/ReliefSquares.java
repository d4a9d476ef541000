package org.dorsum.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dorsum.image.Affine;
import org.dorsum.image.Point;
import org.dorsum.image.Polygon;
import org.dorsum.measure.Outcome;
import org.dorsum.measure.Tiles;
import org.dorsum.skin.Skin;
import org.dorsum.stats.Quantiles;

/** The change of a tiled measure square by square, for drawing. */
final class ReliefSquares {
    private static final double SIDE_MM = 5; // as the tiles of every measure
    private static final int FEWEST = 3; // of nine neighbours: else it is one square's chance

    private ReliefSquares() {}

    /** The place of a tile. */
    private record Place(int row, int column) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return row != other.row ? Integer.compare(row, other.row) : Integer.compare(column, other.column);
        }
    }

    /** The squares that all outcomes have; none if one was not measured. */
    static List<ChangeMap.Square> of(List<Outcome> before, List<Outcome> after, Skin first) {
        Map<Place, Double> earlier = means(before);
        Map<Place, Double> later = means(after);
        Map<Place, Double> change = new TreeMap<>();
        earlier.forEach((place, b) -> {
            Double a = later.get(place);
            if (a != null && b > 0) {
                change.put(place, 100 * (a - b) / b);
            }
        });
        Affine toPhoto = first.toHand().inverse().then(first.toPhoto());
        List<ChangeMap.Square> squares = new ArrayList<>();
        for (Place p : change.keySet()) {
            double[] around = around(change, p);
            if (around.length >= FEWEST) {
                double left = p.column() * SIDE_MM;
                double top = p.row() * SIDE_MM;
                Polygon outline = new Polygon(List.of(
                        new Point(left, top),
                        new Point(left + SIDE_MM, top),
                        new Point(left + SIDE_MM, top + SIDE_MM),
                        new Point(left, top + SIDE_MM)));
                squares.add(new ChangeMap.Square(outline.through(toPhoto), Quantiles.median(around)));
            }
        }
        return squares;
    }

    private static double[] around(Map<Place, Double> change, Place p) {
        List<Double> values = new ArrayList<>();
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                Double v = change.get(new Place(p.row() + dy, p.column() + dx));
                if (v != null) {
                    values.add(v);
                }
            }
        }
        return values.stream().mapToDouble(v -> v).toArray();
    }

    /** Mean over photos of the tiles that all of them have. */
    private static Map<Place, Double> means(List<Outcome> photos) {
        Map<Place, double[]> sums = new TreeMap<>();
        for (Outcome outcome : photos) {
            if (outcome instanceof Outcome.Measured m) {
                for (Tiles.Tile t : m.tiles().tiles()) {
                    double[] s = sums.computeIfAbsent(new Place(t.row(), t.column()), p -> new double[2]);
                    s[0] += t.weight() > 0 ? t.sum() / t.weight() : 0;
                    s[1] += t.weight() > 0 ? 1 : 0;
                }
            }
        }
        Map<Place, Double> means = new TreeMap<>();
        sums.forEach((place, s) -> {
            if (s[1] == photos.size()) {
                means.put(place, s[0] / s[1]);
            }
        });
        return means;
    }
}
