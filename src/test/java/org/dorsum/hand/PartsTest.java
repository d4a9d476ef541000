package org.dorsum.hand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PartsTest {
    private static final String[] PICTURE = {
        "..........", //
        ".###...##.", //
        ".###...##.", //
        ".###......", //
        "....#.....", // touches the large part at a corner only
        "..........",
    };

    @Test
    void theHeaviestPartTouchesBySidesNotCorners() {
        boolean[] set = set(PICTURE);
        boolean[] heaviest = Parts.heaviest(10, 6, set, weights(set.length, 1));
        assertThat(Parts.count(heaviest)).isEqualTo(9);
    }

    @Test
    void weightBeatsSize() {
        boolean[] set = set(PICTURE);
        float[] weights = weights(set.length, 0.1f);
        weights[10 + 7] = 5;
        assertThat(Parts.count(Parts.heaviest(10, 6, set, weights))).isEqualTo(4);
    }

    @Test
    void anEmptySetStaysEmpty() {
        boolean[] none = new boolean[60];
        assertThat(Parts.count(Parts.heaviest(10, 6, none, weights(60, 1)))).isZero();
        assertThat(Parts.count(Parts.joined(10, 6, none, weights(60, 1)))).isZero();
        assertThat(Parts.overlap(none, none)).isZero();
    }

    @Test
    void aRingsGapIsBridgedButNotFilled() {
        boolean[] finger = new boolean[250 * 60];
        boolean[] far = new boolean[250 * 60];
        for (int i = 0; i < finger.length; i++) {
            int x = i % 250;
            boolean row = i / 250 > 20 && i / 250 < 40;
            finger[i] = row && x > 20 && x < 180 && (x < 120 || x > 124); // a gap of 5 pixels of 250: a ring
            far[i] = finger[i] || (row && x > 210 && x < 240); // 30 pixels on: something else
        }
        boolean[] joined = Parts.joined(250, 60, far, weights(far.length, 1));
        assertThat(joined).isEqualTo(finger);
    }

    @Test
    void crumbsGoAndPinholesClose() {
        boolean[] set = new boolean[100 * 100];
        for (int i = 0; i < set.length; i++) {
            int x = i % 100;
            int y = i / 100;
            set[i] = (x < 60 && y < 60 && !(x == 30 && y == 30)) || (x > 95 && y > 95);
        }
        boolean[] tidy = Parts.tidy(100, 100, set);
        assertThat(Parts.count(tidy)).isEqualTo(3600);
        assertThat(tidy[30 * 100 + 30]).isTrue();
    }

    @Test
    void growingAPixelGivesASquareAndShrinkingGivesItBack() {
        boolean[] pixel = new boolean[81];
        pixel[4 * 9 + 4] = true;
        boolean[] grown = Parts.grown(9, 9, pixel, 2);
        assertThat(Parts.count(grown)).isEqualTo(25);
        assertThat(Parts.shrunk(9, 9, grown, 2)).isEqualTo(pixel);
    }

    private static boolean[] set(String... rows) {
        boolean[] s = new boolean[rows.length * rows[0].length()];
        for (int i = 0; i < s.length; i++) {
            s[i] = rows[i / rows[0].length()].charAt(i % rows[0].length()) == '#';
        }
        return s;
    }

    private static float[] weights(int n, float weight) {
        float[] w = new float[n];
        java.util.Arrays.fill(w, weight);
        return w;
    }
}
