package org.dorsum.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dorsum.hand.Zone;
import org.dorsum.image.Filters;
import org.dorsum.image.Mask;
import org.dorsum.image.Morphology;
import org.dorsum.image.Plane;
import org.dorsum.skin.Skin;
import org.dorsum.stats.Quantiles;

/**
 * Area of bright dry flakes, percent of the zone's skin, at least 0.
 *
 * <p>A dry flake scatters light of all colours before blood and melanin take their share: it adds white. Relief scales red
 * and blue alike. So {@code w = ΔB − (B̄/R̄)·ΔR}, blue light above the surroundings less what shading that changes red as much
 * would add, is the white added, as a share of the photo's white: about the same on light and dark skin, where a ratio to the
 * skin's own light would not be. Δ is between a Gaussian of 0.12 mm and the mean of the surroundings (σ 2 mm, skin only). A
 * place is flake where w exceeds its median by 0.015 and green is 2 % above its surroundings. Noise makes as many places
 * that much too dark: those are counted and taken off, tile by tile.
 *
 * <p>Glare hides skin and does not count as skin, where a sample is near the end of its scale. What {@link Skin#usable} leaves
 * out as glare for standing out alone is looked at again if it is smaller than 5 mm: on dark skin that is what flakes do.
 * The value follows the photo's exposure, since w is a share of its white; glints of oily skin pass for flakes; the
 * share is of places where a flake shows, not a calibrated area.
 *
 * <p>Not measured on grey photos, under the conditions of {@link Relief}, or where the photo's blur exceeds 0.3 mm.
 * Immutable; O(pixels).
 */
public final class Scaliness {
    private static final double FLAKE_MM =
            0.12; // σ: a third of the smallest flake, and what chroma of JPEG shows at 6 px/mm
    private static final double SURROUNDINGS_MM = 2; // σ: wider than flakes, narrower than a hand's shading
    private static final double WHITE = 0.015; // of the photo's white: a fifth of a full flake's on medium skin
    private static final double BRIGHTER = 0.02; // of green's surroundings
    private static final double CLIPPED = 0.955; // linear light of the 8-bit sample 250
    private static final double RIM_MM = 0.4; // glare fades out over about this
    private static final double REJOINED_MM = 2.5; // half the width of a gap in usable skin that is looked at again
    private static final double MOST_BLUR_MM = 0.3;
    private static final double DARKEST = 1e-4;

    private Scaliness() {}

    /** Flakes from about 0.4 to 3 mm. */
    public static Scaliness withDefaults() {
        return new Scaliness();
    }

    /** The settings that change a value, for provenance. */
    public String settings() {
        return "scaliness " + FLAKE_MM + " " + SURROUNDINGS_MM + " " + WHITE + " " + BRIGHTER + " " + CLIPPED + " "
                + RIM_MM + " " + REJOINED_MM + " " + MOST_BLUR_MM;
    }

    /** Measures {@code zone} of {@code skin}; never throws for a poor photo, answers why it cannot be measured. */
    public Measurement measure(Skin skin, Zone zone) {
        return measure(SkinZone.of(skin, zone));
    }

    /** The same of a zone that other measures read too. */
    public Measurement measure(SkinZone of) {
        return new Measurement(
                of.zone(),
                Metric.SCALINESS_PERCENT,
                obstacle(of).<Outcome>map(Outcome.NotMeasured::new).orElseGet(() -> outcome(of.skin(), rejoined(of))));
    }

    private static Optional<NotMeasuredReason> obstacle(SkinZone of) {
        if (of.skin().grey()) {
            return Optional.of(NotMeasuredReason.NO_COLOUR);
        }
        return Relief.obstacle(of, MOST_BLUR_MM);
    }

    /** The usable skin and its small gaps, without what is clipped. */
    private static Mask rejoined(SkinZone of) {
        Skin skin = of.skin();
        Skin.Light light = skin.light();
        Mask clipped = light.red()
                .above(CLIPPED)
                .or(light.green().above(CLIPPED))
                .or(light.blue().above(CLIPPED));
        return of.closed(REJOINED_MM).minus(Morphology.dilate(clipped, RIM_MM * skin.pixelsPerMm()));
    }

    private static Outcome outcome(Skin skin, Mask mask) {
        TileGrid grid = TileGrid.over(skin, mask);
        double scale = skin.pixelsPerMm();
        Channel red = Channel.of(skin.light().red(), mask, scale);
        Channel green = Channel.of(skin.light().green(), mask, scale);
        Channel blue = Channel.of(skin.light().blue(), mask, scale);
        double[][] whites = new double[grid.size()][];
        double[][] brights = new double[grid.size()][];
        for (int t = 0; t < whites.length; t++) {
            int[] pixels = grid.pixels(t);
            whites[t] = new double[pixels.length];
            brights[t] = new double[pixels.length];
            for (int k = 0; k < pixels.length; k++) {
                int i = pixels[k];
                double shading = red.above(i) * blue.around.at(i) / Math.max(DARKEST, red.around.at(i));
                whites[t][k] = blue.above(i) - shading;
                brights[t][k] = green.above(i) / Math.max(DARKEST, green.around.at(i));
            }
        }
        double middle = Quantiles.median(together(whites));
        List<Tiles.Tile> tiles = new ArrayList<>();
        for (int i = 0; i < whites.length; i++) {
            int flake = 0;
            int noise = 0;
            for (int k = 0; k < whites[i].length; k++) {
                double w = whites[i][k] - middle;
                flake += w > WHITE && brights[i][k] > BRIGHTER ? 1 : 0;
                noise += w < -WHITE && brights[i][k] < -BRIGHTER ? 1 : 0;
            }
            TileGrid.Square q = grid.squares().get(i);
            tiles.add(new Tiles.Tile(q.column(), q.row(), 100.0 * Math.max(0, flake - noise), 0, whites[i].length));
        }
        return new Tiles(Tiles.Aggregation.RATIO, tiles).outcome(TileGrid.FEWEST_TILES);
    }

    /** A channel's light as sharp as flakes are, and that of the surroundings. */
    private record Channel(Plane fine, Plane around) {
        static Channel of(Plane light, Mask mask, double scale) {
            return new Channel(
                    Filters.gaussian(light, FLAKE_MM * scale),
                    Filters.wideGaussian(light, mask, SURROUNDINGS_MM * scale));
        }

        double above(int i) {
            return fine.at(i) - around.at(i);
        }
    }

    private static double[] together(double[][] values) {
        double[] all = new double[Arrays.stream(values).mapToInt(v -> v.length).sum()];
        int n = 0;
        for (double[] v : values) {
            System.arraycopy(v, 0, all, n, v.length);
            n += v.length;
        }
        return all;
    }
}
