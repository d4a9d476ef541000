package org.dorsum.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dorsum.colour.ColourCorrection;
import org.dorsum.colour.LinearRgb;
import org.dorsum.colour.Srgb;
import org.dorsum.image.Homography;
import org.dorsum.image.Markers;
import org.dorsum.image.Markers.Marker;
import org.dorsum.image.Point;
import org.dorsum.image.Polygon;
import org.dorsum.image.RgbImage;

/**
 * Dorsum's printed card in a photo: found by two or more of its four markers.
 */
public final class ReferenceCard {
    private static final int FEWEST = 2; // markers: one alone may be anybody's
    private static final double MOST_RESIDUAL = 0.03; // of a marker's side: beyond it the card is bent or not ours
    private static final double LEAST_ERROR_PX = 0.1; // what a corner's place can be told to at best
    private static final int SAMPLES = 9; // per side of a patch, over its inner half
    private static final double INNER = 0.5;
    private static final double FAR_COLOUR = 0.3; // weight of strong colours: skin is none of them

    private ReferenceCard() {}

    /**
     * The card in a photo.
     *
     * @param view how it lies
     * @param markers of its markers that were seen, 2 … 4
     * @param whiteBalance from its grey steps, if enough of them can be used
     * @param colour from all its patches, if they agree with one another
     */
    public record Sighting(
            PlaneView view, int markers, Optional<WhiteBalance> whiteBalance, Optional<ColourCorrection> colour) {}

    /** The card in the picture (sRGB), if it is there once. */
    public static Optional<Sighting> find(RgbImage image) {
        return find(image, Markers.reduced(image));
    }

    /**
     * The same where the picture has been reduced before.
     *
     * @param reduced by {@link Markers#reduced}
     */
    public static Optional<Sighting> find(RgbImage image, RgbImage reduced) {
        List<Point> mm = new ArrayList<>();
        List<Point> px = new ArrayList<>();
        double side = 0;
        List<Marker> seen = Markers.find(image, reduced, List.of(CardLayout.DICTIONARY)).stream()
                .filter(m -> CardLayout.IDS.contains(m.id()))
                .toList();
        if (seen.size() < FEWEST || seen.stream().map(Marker::id).distinct().count() < seen.size()) {
            return Optional.empty();
        }
        for (Marker m : seen) {
            Point corner = CardLayout.marker(CardLayout.IDS.indexOf(m.id()));
            double s = CardLayout.MARKER_MM;
            for (Point p : List.of(new Point(0, 0), new Point(s, 0), new Point(s, s), new Point(0, s))) {
                mm.add(corner.plus(p));
            }
            px.addAll(m.corners());
            side += Math.sqrt(new Polygon(m.corners()).area()) / seen.size();
        }
        Homography toPhoto = Homography.between(mm, px);
        double residual = residual(toPhoto, mm, px);
        if (!(residual < MOST_RESIDUAL * side)) {
            return Optional.empty();
        }
        PlaneView view =
                new PlaneView(toPhoto, CardLayout.WIDTH_MM, CardLayout.HEIGHT_MM, Math.max(LEAST_ERROR_PX, residual));
        return Optional.of(
                new Sighting(view, seen.size(), WhiteBalance.of(greys(image, toPhoto)), colour(image, toPhoto)));
    }

    /** Root mean square distance over the degrees of freedom that the eight numbers of the map leave. */
    private static double residual(Homography toPhoto, List<Point> mm, List<Point> px) {
        double sum = 0;
        for (int i = 0; i < mm.size(); i++) {
            double d = toPhoto.apply(mm.get(i)).distanceTo(px.get(i));
            sum += d * d;
        }
        return Math.sqrt(sum / (2.0 * mm.size() - 8));
    }

    private static Optional<ColourCorrection> colour(RgbImage image, Homography toPhoto) {
        List<ColourCorrection.Patch> greys = new ArrayList<>();
        List<ColourCorrection.Patch> others = new ArrayList<>();
        for (CardLayout.Patch patch : CardLayout.patches()) {
            colour(image, toPhoto, patch)
                    .map(seen -> new ColourCorrection.Patch(
                            seen,
                            LinearRgb.ofPacked(patch.rgb()),
                            patch.kind() == CardLayout.Kind.COLOUR ? FAR_COLOUR : 1))
                    .ifPresent(p -> (patch.kind() == CardLayout.Kind.GREY ? greys : others).add(p));
        }
        return ColourCorrection.of(greys, others);
    }

    private static List<LinearRgb> greys(RgbImage image, Homography toPhoto) {
        List<LinearRgb> colours = new ArrayList<>();
        for (CardLayout.Patch patch : CardLayout.patches()) {
            if (patch.kind() == CardLayout.Kind.GREY) {
                colour(image, toPhoto, patch).ifPresent(colours::add);
            }
        }
        return colours;
    }

    /** Median light over the inner half of a patch; empty if it reaches out of the picture. */
    private static Optional<LinearRgb> colour(RgbImage image, Homography toPhoto, CardLayout.Patch patch) {
        double[][] light = new double[3][SAMPLES * SAMPLES];
        for (int i = 0; i < SAMPLES * SAMPLES; i++) {
            double u = INNER * ((i % SAMPLES + 0.5) / SAMPLES - 0.5);
            int row = i / SAMPLES;
            double v = INNER * ((row + 0.5) / SAMPLES - 0.5);
            Point p = toPhoto.apply(patch.centre().plus(new Point(u * patch.widthMm(), v * patch.heightMm())));
            int x = (int) Math.rint(p.x());
            int y = (int) Math.rint(p.y());
            if (x < 0 || y < 0 || x >= image.width() || y >= image.height()) {
                return Optional.empty();
            }
            for (int c = 0; c < 3; c++) {
                light[c][i] = Srgb.toLinear(image.sample(x, y, c) / (double) image.whiteLevel());
            }
        }
        return Optional.of(new LinearRgb(median(light[0]), median(light[1]), median(light[2])));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
