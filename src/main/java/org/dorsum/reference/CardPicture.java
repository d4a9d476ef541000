package org.dorsum.reference;

import java.util.List;
import org.dorsum.image.Markers;
import org.dorsum.image.Mask;
import org.dorsum.image.Point;
import org.dorsum.image.RgbImage;

/**
 * Dorsum's card as a printer gives it on matt paper: codes, patches and ruler in sRGB, without the words. Pixel (x, y) is the colour
 * in the middle of its square of the card.
 */
public final class CardPicture {
    private static final int PAPER = 0xF3F3F3; // matt paper throws back nine tenths of the light
    private static final int INK = 0x202020; // and black print a seventieth
    private static final double STROKE_MM = 0.15;

    private final List<Mask> codes = CardLayout.IDS.stream()
            .map(id -> Markers.pattern(CardLayout.DICTIONARY, id))
            .toList();
    private final List<CardLayout.Patch> patches = CardLayout.patches();

    private CardPicture() {}

    /** The whole card at so many pixels a millimetre, 1 to 40. */
    public static RgbImage of(double pixelsPerMm) {
        if (!(pixelsPerMm >= 1 && pixelsPerMm <= 40)) {
            throw new IllegalArgumentException("a card is drawn at 1 to 40 pixels a millimetre, not " + pixelsPerMm);
        }
        CardPicture card = new CardPicture();
        return RgbImage.of(
                (int) Math.rint(CardLayout.WIDTH_MM * pixelsPerMm),
                (int) Math.rint(CardLayout.HEIGHT_MM * pixelsPerMm),
                (x, y) -> card.at((x + 0.5) / pixelsPerMm, (y + 0.5) / pixelsPerMm));
    }

    private int at(double x, double y) {
        for (int i = 0; i < codes.size(); i++) {
            Point corner = CardLayout.marker(i);
            double cell = CardLayout.MARKER_MM / codes.get(i).width();
            int column = (int) Math.floor((x - corner.x()) / cell);
            int row = (int) Math.floor((y - corner.y()) / cell);
            if (column >= 0
                    && row >= 0
                    && column < codes.get(i).width()
                    && row < codes.get(i).height()) {
                return codes.get(i).at(column, row) ? INK : PAPER;
            }
        }
        for (CardLayout.Patch p : patches) {
            double px = x - p.topLeft().x();
            double py = y - p.topLeft().y();
            if (px >= 0 && py >= 0 && px < p.widthMm() && py < p.heightMm()) {
                return p.rgb();
            }
        }
        return onRuler(x - CardLayout.RULER.x(), y - CardLayout.RULER.y()) ? INK : PAPER;
    }

    private static boolean onRuler(double x, double y) {
        double mm = Math.rint(y);
        boolean along = y >= 0 && y <= CardLayout.RULER_MM && Math.abs(x) < STROKE_MM / 2;
        boolean mark = mm >= 0
                && mm <= CardLayout.RULER_MM
                && x >= 0
                && x < CardLayout.rulerMark((int) mm)
                && Math.abs(y - mm) < STROKE_MM / 2;
        return along || mark;
    }
}
