package org.dorsum.report;

/**
 * The colours of what is drawn on photos, told apart by everyone and from skin.
 *
 * @see <a href="https://jfly.uni-koeln.de/color/">Okabe, Ito 2008</a> for colours that the colour-blind can tell apart
 */
final class Palette {
    /** A stroke: colour as 0xRRGGBB, width in pixels of a picture 1600 wide, solid or dashed, and what it means. */
    record Ink(int rgb, double width, boolean dashed, String meaning) {
        /** The colour for style sheets. */
        String css() {
            return "#" + Integer.toHexString(0x1000000 | rgb).substring(1);
        }
    }

    static final Ink HAND = new Ink(0xffffff, 1.6, false, "hand");
    static final Ink ZONE = new Ink(0xf0e442, 2.0, true, "measured zone");
    static final Ink PART = new Ink(0xf0e442, 1.2, false, "other zones");
    static final Ink POINT = new Ink(0xffffff, 1.2, false, "key points");
    static final Ink LINE = new Ink(0x56b4e9, 1.7, false, "fine lines");
    static final Ink HAIR = new Ink(0xcc79a7, 1.2, false, "hair");
    static final Ink SPOT = new Ink(0x00e5a8, 2.2, false, "spots");

    static final Ink AREA = new Ink(0xe69f00, 1.6, true, "patches");
    static final Ink SUSPECT = new Ink(0xd50000, 3.0, false, "for a clinician");

    static final Ink SAME = new Ink(0xffffff, 1.4, false, "as before");
    static final Ink FADED = new Ink(0x56b4e9, 2.4, false, "faded");
    static final Ink GONE = new Ink(0x56b4e9, 2.4, true, "gone");
    static final Ink GROWN = new Ink(0xd55e00, 2.4, false, "grown");
    static final Ink NEW = new Ink(0xd55e00, 2.4, true, "new");

    private Palette() {}
}
