package org.dorsum.synth;

/** A hand with many spots and lines and nothing that hides them. */
final class AgedHand {
    private static final HandRenderer RENDERER = HandRenderer.withDefaults();

    private AgedHand() {}

    static Subject person() {
        return Subject.random(24)
                .wearing(Adornment.NONE)
                .withAge(64)
                .withIta(49)
                .withHair(0, 0);
    }

    static RenderedHand render(Subject s, Treatment t, Conditions c) {
        return RENDERER.render(s, t, c, "x.jpg");
    }
}
