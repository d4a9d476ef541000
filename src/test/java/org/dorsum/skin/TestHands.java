package org.dorsum.skin;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dorsum.colour.LinearRgb;
import org.dorsum.hand.Aspect;
import org.dorsum.hand.Hand;
import org.dorsum.hand.HandFrame;
import org.dorsum.hand.Scale;
import org.dorsum.hand.Side;
import org.dorsum.hand.Zone;
import org.dorsum.image.Affine;
import org.dorsum.image.Codec;
import org.dorsum.image.Mask;
import org.dorsum.image.Point;
import org.dorsum.image.Polygon;
import org.dorsum.image.RgbImage;
import org.dorsum.photo.Photo;
import org.dorsum.photo.Provenance;

/** Photos that are skin from edge to edge, seen through a known map, and the hand that a finder would report for them. */
public final class TestHands {
    /** Radius of the dorsum zone, mm. */
    public static final double RADIUS_MM = 22;

    private TestHands() {}

    /** Log-luminance relief at a place of the hand in millimetres. */
    @FunctionalInterface
    public interface Relief {
        /** The relief at (x, y). */
        double at(double xMm, double yMm);
    }

    /** How the photo shows the hand. */
    public record View(int size, double pixelsPerMm, double direction, Point origin) {
        /** 8 px/mm, fingers down, in the middle. */
        public static View straight() {
            return new View(560, 8, Math.PI / 2, new Point(280, 280));
        }
    }

    /** A photo of light skin with this relief. */
    public static Photo photo(Relief relief, View view) {
        Affine toHand = hand(view).frame().toPhoto(hand(view).scale()).inverse();
        RgbImage pixels = RgbImage.of(view.size(), view.size(), (x, y) -> {
            Point mm = toHand.apply(new Point(x, y));
            double gain = Math.exp(relief.at(mm.x(), mm.y()));
            return new LinearRgb(0.5 * gain, 0.3 * gain, 0.2 * gain).toPacked();
        });
        return new Photo(
                "test.png",
                pixels,
                false,
                new Provenance(
                        String.format(Locale.ROOT, "%064x", Arrays.hashCode(Codec.png(pixels)) & 0xffffffffL),
                        "PNG",
                        8,
                        "sRGB",
                        1,
                        Optional.empty()),
                List.of());
    }

    /** The hand in such a photo: skin everywhere, a round dorsum. */
    public static Hand hand(View view) {
        HandFrame frame = new HandFrame(view.origin(), view.direction());
        Scale scale = new Scale(view.pixelsPerMm(), Scale.Source.GIVEN, 0);
        Polygon zone = new Polygon(IntStream.range(0, 60)
                .mapToObj(
                        i -> new Point(RADIUS_MM * Math.cos(Math.PI * i / 30), RADIUS_MM * Math.sin(Math.PI * i / 30)))
                .toList());
        return new Hand(
                Mask.all(view.size(), view.size()),
                frame,
                List.of(),
                Aspect.UNCLEAR,
                Side.UNCLEAR,
                1,
                scale,
                Map.of(Zone.DORSUM, zone.through(frame.toPhoto(scale))),
                List.of(),
                Optional.empty());
    }

    /** Skin-like relief without a pattern that repeats: 400 waves of 0.8 to 5 mm in all directions. */
    public static Relief furrows(long seed, double amplitude) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] waves = new double[400][];
        for (int i = 0; i < waves.length; i++) {
            double k = 2 * Math.PI / (0.8 + 4.2 * random.nextDouble());
            double angle = 2 * Math.PI * random.nextDouble();
            waves[i] = new double[] {k * Math.cos(angle), k * Math.sin(angle), 2 * Math.PI * random.nextDouble()};
        }
        return (x, y) -> {
            double sum = 0;
            for (double[] w : waves) {
                sum += Math.sin(w[0] * x + w[1] * y + w[2]);
            }
            return amplitude * sum / Math.sqrt(waves.length);
        };
    }
}
