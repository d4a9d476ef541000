package org.dorsum.compare;

import java.util.ArrayList;
import java.util.List;
import org.dorsum.image.Affine;
import org.dorsum.image.Mask;
import org.dorsum.image.Point;
import org.dorsum.measure.NotMeasuredReason;
import org.dorsum.measure.Outcome;
import org.dorsum.measure.Tiles;

/**
 * Squares of 5 mm in the hand's own coordinates over the skin that all photos show, for what is measured in pairs. Every
 * square that shows any of that skin takes part: pairs are few, and none may be lost for lying near an edge.
 */
final class TilePlaces {
    private static final double SIDE_MM = 5; // as the tiles of every measure

    private final Affine toHand;
    private final int firstColumn;
    private final int firstRow;
    private final int columns;
    private final double[] mm2;

    private TilePlaces(Affine toHand, int firstColumn, int firstRow, int columns, double[] mm2) {
        this.toHand = toHand;
        this.firstColumn = firstColumn;
        this.firstRow = firstRow;
        this.columns = columns;
        this.mm2 = mm2;
    }

    /**
     * The squares over {@code skin}.
     *
     * @param toHand pixels of the mask to the hand's own coordinates, without turn
     */
    static TilePlaces over(Mask skin, Affine toHand, double pixelsPerMm) {
        Point first = toHand.apply(new Point(0, 0));
        Point last = toHand.apply(new Point(skin.width() - 1, skin.height() - 1));
        int left = index(Math.min(first.x(), last.x()));
        int top = index(Math.min(first.y(), last.y()));
        int columns = index(Math.max(first.x(), last.x())) - left + 1;
        int rows = index(Math.max(first.y(), last.y())) - top + 1;
        TilePlaces places = new TilePlaces(toHand, left, top, columns, new double[columns * rows]);
        for (int y = 0; y < skin.height(); y++) {
            for (int x = 0; x < skin.width(); x++) {
                if (skin.at(x, y)) {
                    places.mm2[places.at(x, y)] += 1 / (pixelsPerMm * pixelsPerMm);
                }
            }
        }
        return places;
    }

    private static int index(double mm) {
        return (int) Math.floor(mm / SIDE_MM);
    }

    /** The square of a place within the mask's frame, 0 … {@link #size()} − 1. */
    int at(double x, double y) {
        Point p = toHand.apply(new Point(x, y));
        return (index(p.y()) - firstRow) * columns + index(p.x()) - firstColumn;
    }

    int size() {
        return mm2.length;
    }

    /** Skin in each square, mm². */
    double[] areas() {
        return mm2.clone();
    }

    /** {@code Σ sums / Σ weights} over the squares with skin, to be compared square by square. */
    Outcome ratio(double[] sums, double[] weights) {
        return outcome(Tiles.Aggregation.RATIO, sums, weights);
    }

    /** {@code Σ sums}. */
    Outcome sum(double[] sums) {
        return outcome(Tiles.Aggregation.SUM, sums, mm2);
    }

    private Outcome outcome(Tiles.Aggregation how, double[] sums, double[] weights) {
        List<Tiles.Tile> tiles = new ArrayList<>();
        for (int i = 0; i < mm2.length; i++) {
            if (mm2[i] > 0) {
                tiles.add(new Tiles.Tile(firstColumn + i % columns, firstRow + i / columns, sums[i], 0, weights[i]));
            }
        }
        Tiles all = new Tiles(how, tiles);
        double value = all.value();
        return Double.isNaN(value)
                ? new Outcome.NotMeasured(NotMeasuredReason.NOTHING_FOUND)
                : new Outcome.Measured(value, 0, all); // its error follows from the pair, not from one photo
    }
}
