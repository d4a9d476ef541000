package org.dorsum.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dorsum.colour.ItaBand;
import org.dorsum.colour.Lab;
import org.dorsum.colour.LinearRgb;
import org.dorsum.colour.SkinPigment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SkinOpticsTest {

    @ParameterizedTest // one angle or two in every band
    @CsvSource({
        "58, VERY_LIGHT",
        "48, LIGHT",
        "35, INTERMEDIATE",
        "19, TAN",
        "0, BROWN",
        "-20, BROWN",
        "-45, DARK",
        "-55, DARK"
    })
    void theModelReachesTheIntendedAngle(double ita, ItaBand band) {
        double blood = Subject.random(3).withIta(ita).blood();
        Lab lab = SkinOptics.lab(SkinOptics.melaninFor(ita, blood), blood);
        assertThat(lab.ita()).isCloseTo(ita, org.assertj.core.data.Offset.offset(0.1));
        assertThat(ItaBand.of(lab.ita())).isEqualTo(band);
    }

    @ParameterizedTest // the table is interpolated in logarithms; 0.002 of white is below half an 8-bit step in mid
    // grey
    @CsvSource({"0.004, 0.004", "0.013, 0.021", "0.052, 0.008", "0.21, 0.013", "0.48, 0.011"})
    void theTableAgreesWithTheSpectralSum(double melanin, double blood) {
        LinearRgb exact = SkinOptics.spectral(melanin, blood);
        double[] rgb = new double[3];
        SkinOptics.colour(melanin, blood, rgb);
        assertThat(rgb[0]).isCloseTo(exact.red(), org.assertj.core.data.Offset.offset(0.002));
        assertThat(rgb[1]).isCloseTo(exact.green(), org.assertj.core.data.Offset.offset(0.002));
        assertThat(rgb[2]).isCloseTo(exact.blue(), org.assertj.core.data.Offset.offset(0.002));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.005, 0.05, 0.3})
    void bloodReddensAndDarkens(double melanin) {
        Lab little = SkinOptics.lab(melanin, 0.004);
        Lab much = SkinOptics.lab(melanin, 0.012);
        assertThat(much.a()).isGreaterThan(little.a());
        assertThat(much.l()).isLessThan(little.l());
    }

    @Test // the sums of the observer's curves under D65 are the white point: X/Y 0.9505, Z/Y 1.0888 (CIE 015)
    void theObserverSeesDaylightAsWhite() {
        double x = 0;
        double y = 0;
        double z = 0;
        for (int i = 0; i < SpectralData.BANDS; i++) {
            x += SpectralData.D65[i] * SpectralData.X[i];
            y += SpectralData.D65[i] * SpectralData.Y[i];
            z += SpectralData.D65[i] * SpectralData.Z[i];
        }
        assertThat(x / y).isCloseTo(0.9505, org.assertj.core.data.Offset.offset(0.002));
        assertThat(z / y).isCloseTo(1.0888, org.assertj.core.data.Offset.offset(0.003));
    }

    /** The fixed directions of pigment are the derivatives at ITA 35°, blood at the middle of what such a tone allows. */
    @Test
    void pigmentDirectionsFollowFromThePublishedSpectra() {
        double blood = 0.0095;
        double melanin = SkinOptics.melaninFor(35, blood);
        SkinPigment byMelanin = step(melanin / 1.01, blood, melanin * 1.01, blood);
        SkinPigment byBlood = step(melanin, blood / 1.01, melanin, blood * 1.01);

        assertThat(byMelanin.melanin()).isGreaterThan(0);
        assertThat(byMelanin.haemoglobin() / byMelanin.melanin()).isCloseTo(0, within(2e-3)); // four decimals printed
        assertThat(byMelanin.shading() / byMelanin.melanin()).isCloseTo(0, within(2e-3));
        assertThat(byBlood.haemoglobin()).isGreaterThan(0);
        assertThat(byBlood.melanin() / byBlood.haemoglobin()).isCloseTo(0, within(2e-3));
        assertThat(byBlood.shading() / byBlood.haemoglobin()).isCloseTo(0, within(2e-3));
    }

    /** On other tones than that of the derivation most of what melanin adds is still read as melanin, down to tan skin. */
    @ParameterizedTest
    @ValueSource(doubles = {58, 48, 41, 28, 19})
    void melaninReadsAsMelanin(double ita) {
        double blood = Subject.random(3).withIta(ita).blood();
        double melanin = SkinOptics.melaninFor(ita, blood);
        SkinPigment more = step(melanin, blood, 1.05 * melanin, blood);

        assertThat(more.melanin()).isGreaterThan(0);
        assertThat(Math.abs(more.haemoglobin()) / more.melanin()).isLessThan(0.1);
        assertThat(Math.abs(more.shading()) / more.melanin()).isLessThan(0.1);
    }

    private static SkinPigment step(double melanin1, double blood1, double melanin2, double blood2) {
        SkinPigment a = SkinPigment.of(SkinOptics.spectral(melanin1, blood1));
        SkinPigment b = SkinPigment.of(SkinOptics.spectral(melanin2, blood2));
        return new SkinPigment(b.melanin() - a.melanin(), b.haemoglobin() - a.haemoglobin(), b.shading() - a.shading());
    }
}
