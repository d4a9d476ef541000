package org.dorsum.reference;

import java.util.ArrayList;
import java.util.List;
import org.dorsum.colour.Lab;
import org.dorsum.image.Markers;
import org.dorsum.image.Point;

/**
 * What stands where on Dorsum's printed reference card, in millimetres from its top left corner, and which colour it is meant
 * to have. Printing and finding the card both go by this.
 */
public final class CardLayout {
    /** A6, short side. */
    public static final double WIDTH_MM = 105;

    /** A6, long side. */
    public static final double HEIGHT_MM = 148;

    /** Side of a marker's black square. */
    public static final double MARKER_MM = 16;

    /** Zero of the ruler, which runs downwards. */
    public static final Point RULER = new Point(30, 20);

    /** Length of the ruler. */
    public static final int RULER_MM = 100;

    /** Codes of the markers, top left, top right, bottom right, bottom left; others use codes from 0 on. */
    public static final List<Integer> IDS = List.of(40, 41, 42, 43);

    /** Where the codes come from. */
    public static final Markers.Dictionary DICTIONARY = Markers.Dictionary.ARUCO_4X4_50;

    private static final double MARGIN_MM = 8; // printers leave 4 to 6 mm white; the rest is the markers' quiet zone
    private static final double[] GREY_L = {95, 80, 65, 50, 35, 20}; // even steps a printer can hold apart
    private static final double[][] SKIN = {
        {80, 8, 14}, {72, 10, 17}, {65, 11, 19}, {57, 13, 20}, {46, 13, 18}, {34, 11, 13} // ITA 65° to −51°
    };
    private static final int[] COLOURS = {0xAF363C, 0xE7C71F, 0x469449, 0x0885A1, 0x383D96, 0xBB5695};

    private CardLayout() {}

    /** What a patch is for. */
    public enum Kind {
        /** Without colour: for exposure and white balance. */
        GREY,
        /** As skin. */
        SKIN,
        /** Red, yellow, green, cyan, blue, magenta. */
        COLOUR
    }

    /**
     * An evenly coloured rectangle.
     *
     * @param rgb sRGB, packed as 0xRRGGBB
     * @param topLeft millimetres on the card
     */
    public record Patch(Kind kind, int rgb, Point topLeft, double widthMm, double heightMm) {
        /** The middle, millimetres on the card. */
        public Point centre() {
            return topLeft.plus(new Point(widthMm / 2, heightMm / 2));
        }
    }

    /** Top left corner of the marker {@code index} of {@link #IDS}, millimetres. */
    public static Point marker(int index) {
        boolean right = index == 1 || index == 2;
        return new Point(
                right ? WIDTH_MM - MARGIN_MM - MARKER_MM : MARGIN_MM,
                index >= 2 ? HEIGHT_MM - MARGIN_MM - MARKER_MM : MARGIN_MM);
    }

    /** Length of the ruler's mark at a whole millimetre, to the right of its line. */
    public static double rulerMark(int mm) {
        return mm % 10 == 0 ? 4 : mm % 5 == 0 ? 2.8 : 1.6;
    }

    /** All patches: six greys from light to dark between the lower markers, skin on the left, colours on the right. */
    public static List<Patch> patches() {
        List<Patch> all = new ArrayList<>();
        for (int i = 0; i < GREY_L.length; i++) {
            all.add(new Patch(Kind.GREY, packed(GREY_L[i], 0, 0), new Point(30 + 7.5 * i, 124), 7.5, 11.5));
        }
        for (int i = 0; i < SKIN.length; i++) {
            double y = 29 + 15 * i;
            all.add(new Patch(
                    Kind.SKIN, packed(SKIN[i][0], SKIN[i][1], SKIN[i][2]), new Point(MARGIN_MM, y), MARKER_MM, 15));
            all.add(new Patch(Kind.COLOUR, COLOURS[i], new Point(WIDTH_MM - MARGIN_MM - MARKER_MM, y), MARKER_MM, 15));
        }
        return List.copyOf(all);
    }

    private static int packed(double l, double a, double b) {
        return new Lab(l, a, b).toLinearRgb().toPacked();
    }
}
