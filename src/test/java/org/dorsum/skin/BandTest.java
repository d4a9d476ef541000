package org.dorsum.skin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dorsum.image.Mask;
import org.dorsum.image.Plane;
import org.junit.jupiter.api.Test;

class BandTest {
    private static final double PIXELS_PER_MM = 8;
    private static final int SIDE = 129;

    /**
     * White noise keeps the energy of the filter's answer to a single pixel. 3 %: the formula adds the smoothing of resampling,
     * which a pixel of the grid has not had.
     */
    @Test
    void noiseInABandIsTheEnergyOfItsAnswerToAPixel() {
        Band band = new Band(0.612, 1.224);
        Plane pixel = Plane.of(SIDE, SIDE, (x, y) -> x == SIDE / 2 && y == SIDE / 2 ? 1 : 0);
        double along = energy(band.alongHand(pixel, Mask.all(SIDE, SIDE), PIXELS_PER_MM));
        double round = energy(band.of(pixel, PIXELS_PER_MM));
        assertThat(band.noiseGainAlongHand(PIXELS_PER_MM)).isCloseTo(along, within(0.03 * along));
        assertThat(band.noiseGain(PIXELS_PER_MM)).isCloseTo(round, within(0.03 * round));
    }

    private static double energy(Plane plane) {
        double sum = 0;
        for (float v : plane.toArray()) {
            sum += v * v;
        }
        return sum;
    }
}
