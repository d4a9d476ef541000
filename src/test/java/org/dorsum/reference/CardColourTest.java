package org.dorsum.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.dorsum.colour.Ciede2000;
import org.dorsum.colour.ColourCorrection;
import org.dorsum.colour.Lab;
import org.dorsum.colour.LinearRgb;
import org.dorsum.colour.Srgb;
import org.dorsum.image.Homography;
import org.dorsum.image.Point;
import org.dorsum.image.RgbImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Colours of skin beside the card, through simulated cameras and lights. */
class CardColourTest {
    /** One skin in each band of ITA; none of them a patch of the card. */
    private static final Lab[] SKIN = {
        new Lab(75, 7, 15),
        new Lab(68, 9, 18),
        new Lab(62, 10, 19),
        new Lab(56, 12, 19),
        new Lab(47, 13, 18),
        new Lab(36, 11, 13)
    };

    private static final RgbImage TABLE = table();

    private static RgbImage table() {
        Tabletop.Scene card = Tabletop.card(0x9a8f80);
        int[] skin = Arrays.stream(SKIN)
                .mapToInt(lab -> lab.toLinearRgb().toPacked())
                .toArray();
        return Tabletop.picture(
                (x, y) -> x < -10 && x > -40 && y > 0 && y < 120 ? skin[(int) (y / 20)] : card.at(x, y), camera());
    }

    private static Homography camera() {
        return Tabletop.camera(new Point(30, 74), 4, 0, 0);
    }

    /** Exposure within two thirds of a stop, casts as from lamp to shade, S-curves and saturation as phones have, noise, 8 bits. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void skinComesBackWithinTwoDegreesAndTwoSteps(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        double gain = Math.exp(-0.45 + 0.5 * r.nextDouble());
        double red = Math.exp(0.4 * (r.nextDouble() - 0.5));
        double blue = Math.exp(0.5 * (r.nextDouble() - 0.5));
        double curve = 0.4 * r.nextDouble();
        double saturation = 0.9 + 0.3 * r.nextDouble();
        RgbImage photo = RgbImage.of(TABLE.width(), TABLE.height(), (x, y) -> {
            LinearRgb c = LinearRgb.ofPacked(TABLE.packed(x, y));
            LinearRgb lit = new LinearRgb(gain * red * c.red(), gain * c.green(), gain * blue * c.blue());
            double l = lit.luminance();
            double grain = 0.004 * (r.nextDouble() - 0.5);
            return sample(l + saturation * (lit.red() - l), curve, grain) << 16
                    | sample(l + saturation * (lit.green() - l), curve, grain) << 8
                    | sample(l + saturation * (lit.blue() - l), curve, grain);
        });
        ColourCorrection found =
                ReferenceCard.find(photo).orElseThrow().colour().orElseThrow();
        for (int i = 0; i < SKIN.length; i++) {
            Lab got = Lab.of(found.apply(mean(photo, camera().apply(new Point(-25, 20 * i + 10)))));
            assertThat(Ciede2000.difference(got, SKIN[i])).isLessThan(2);
            assertThat(Math.abs(got.ita() - SKIN[i].ita())).isLessThan(2);
        }
    }

    private static int sample(double linear, double curve, double grain) {
        double e = Srgb.toEncoded(Math.max(0, linear));
        double toned = e + curve * 0.55 * e * (1 - e) * (2 * e - 0.9) + grain;
        return (int) Math.rint(255 * Math.max(0, Math.min(1, toned)));
    }

    private static LinearRgb mean(RgbImage photo, Point centre) {
        double[] sum = new double[3];
        int n = 0;
        for (int y = -15; y <= 15; y++) {
            for (int x = -15; x <= 15; x++, n++) {
                LinearRgb c = LinearRgb.ofPacked(photo.packed((int) centre.x() + x, (int) centre.y() + y));
                sum[0] += c.red();
                sum[1] += c.green();
                sum[2] += c.blue();
            }
        }
        return new LinearRgb(sum[0] / n, sum[1] / n, sum[2] / n);
    }
}
