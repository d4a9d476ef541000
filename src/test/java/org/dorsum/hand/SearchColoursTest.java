package org.dorsum.hand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.dorsum.colour.Lab;
import org.dorsum.image.RgbImage;
import org.junit.jupiter.api.Test;

class SearchColoursTest {
    @Test
    void theTableAgreesWithTheFormula() {
        float[] fast = new float[3];
        for (double r = 0; r <= 1; r += 0.09) {
            for (double g = 0; g <= 1; g += 0.09) {
                for (double b = 0; b <= 1; b += 0.09) {
                    Lab exact = Lab.of(r, g, b);
                    ColourBins.lab((float) r, (float) g, (float) b, fast);
                    assertThat(fast[0]).isCloseTo((float) exact.l(), within(0.05f));
                    assertThat(fast[1]).isCloseTo((float) exact.a(), within(0.05f));
                    assertThat(fast[2]).isCloseTo((float) exact.b(), within(0.05f));
                }
            }
        }
    }

    @Test
    void skinOfAllTonesIsLikelierThanGrassSkyPaperAndInk() {
        double least = Math.min(skin(0xf0c8b4), Math.min(skin(0xb07a58), skin(0x5a3a2c)));
        assertThat(least).isGreaterThan(0.2);
        assertThat(skin(0x4f7a35)).isLessThan(0.02f);
        assertThat(skin(0x6fa8dc)).isLessThan(0.02f);
        assertThat(skin(0xffffff)).isLessThan(0.02f);
        assertThat(skin(0x000000)).isLessThan(0.02f);
    }

    @Test
    void aHistogramSumsToOneAndPeaksWhereTheColourIs() {
        SearchImage image = SearchImage.of(RgbImage.of(8, 8, (x, y) -> 0xb07a58));
        float[] ones = new float[64];
        Arrays.fill(ones, 1);
        ColourHistogram h = ColourHistogram.of(image, ones);
        double sum = 0;
        int most = 0;
        for (int b = 0; b < ColourBins.COUNT; b++) {
            sum += h.at(b);
            most = h.at(b) > h.at(most) ? b : most;
        }
        assertThat(sum).isCloseTo(1, within(0.03)); // 20480 bins each carry a floor of 1e-6
        assertThat(most).isEqualTo(image.colour()[0]);
    }

    @Test
    void aShadedGroundExplainsItsShadow() {
        int ground = 0xc8c0b0;
        boolean[] all = new boolean[64];
        Arrays.fill(all, true);
        SearchImage lit = SearchImage.of(RgbImage.of(8, 8, (x, y) -> ground));
        SearchImage dim = SearchImage.of(RgbImage.of(8, 8, (x, y) -> 0x6a655d)); // about a quarter of the light
        ColourHistogram shaded = ColourHistogram.shaded(lit, all, ColourHistogram.Shades.OF_GROUND);
        float[] ones = new float[64];
        Arrays.fill(ones, 1);
        int bin = dim.colour()[0];
        assertThat(shaded.at(bin))
                .isGreaterThan(100 * ColourHistogram.of(lit, ones).at(bin));
    }

    @Test
    void labelsFollowTheEdgeOfTheColour() {
        // left half red, right half blue; evidence for hand at one pixel of the left, against it at one of the right
        SearchImage image = SearchImage.of(RgbImage.of(12, 6, (x, y) -> x < 6 ? 0xb05a48 : 0x48589a));
        float[] odds = new float[72];
        odds[2 * 12 + 1] = 6;
        odds[2 * 12 + 10] = -6;
        float[] p = new SmoothLabels(image).probabilities(odds, 30);
        for (int i = 0; i < p.length; i++) {
            int x = i % 12;
            if (x < 5 || x > 6) { // the two columns at the edge are mixed colours after smoothing
                assertThat(p[i] > 0.5f).as("pixel %d", i).isEqualTo(x < 6);
            }
        }
    }

    private static float skin(int rgb) {
        return SearchImage.of(RgbImage.of(3, 3, (x, y) -> rgb)).skin()[4];
    }
}
