package org.dorsum.synth;

/**
 * What is behind the hand.
 *
 * @param backdrop its colours
 * @param gap between hand and surface, mm: 0 the hand lies on it, infinite it is far away and takes no shadow
 * @param blur of the surface by the lens, mm on the hand (standard deviation)
 * @param card whether Dorsum's card lies on it beside the hand
 */
record Ground(Backdrop backdrop, double gap, double blur, boolean card) {
    /** Without a card. */
    Ground(Backdrop backdrop, double gap, double blur) {
        this(backdrop, gap, blur, false);
    }

    /** The surface the hand lies on. */
    static Ground under(Backdrop backdrop) {
        return new Ground(backdrop, 0, 0);
    }

    /** The same with Dorsum's card on it. */
    Ground withCard() {
        return new Ground(backdrop, gap, blur, true);
    }

    /** Whether it is too far behind the hand for a shadow: a room. */
    boolean far() {
        return Double.isInfinite(gap);
    }
}
