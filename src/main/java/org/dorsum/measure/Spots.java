package org.dorsum.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.dorsum.hand.Zone;
import org.dorsum.image.Mask;
import org.dorsum.image.Morphology;
import org.dorsum.image.Plane;
import org.dorsum.image.Polygon;
import org.dorsum.skin.Skin;

/**
 * Pigmented spots: number, area (percent), number per 10 cm², mean contrast to the skin around (ΔE00) and load (area times
 * contrast, ΔE00·percent).
 *
 * <p>A spot is a blob of melanin that stands out of this photo's own plain skin ({@link SpotSearch}, {@link PigmentFilter}), 0.8 to
 * 15 mm across within the outline at half of its density ({@link SpotOutline}), not elongated or ragged, clearer than the
 * grain of the skin in a ring around it, with a border that does not fade out, and whose colour differs from that ring by {@code leastContrast} and more, being
 * darker. Hair is looked under first. What counts as standing out is measured on the photo, so that furrows, compression and
 * noise raise the bar instead of the number; what is found is measured in fixed units.
 *
 * <p>Known limits: patches larger than 15 mm are tone, not spots; spots that run into each other without a dip or a waist count as one; a photo
 * that hides faint spots in noise shows fewer. Cosmetic appearance only. Immutable and safe for use by many threads; O(pixels).
 */
public final class Spots {
    private static final double SMALLEST_MM = 0.8; // diameter of the disc of the same area
    private static final double LARGEST_MM = 15;
    private static final double GLINT_MM =
            0.6; // half of the widest glint looked under: the gloss of one furrow ridge and its rim
    private static final double MOST_ELONGATED = 2.2; // long over short axis: beyond it is a line, a vein, a crease
    private static final double LEAST_FILL = 0.75; // of the ellipse of its axes: a ragged net is no spot
    private static final double LEAST_CLEAR = 3; // times the deviation of density in the ring: grain reaches 2 to 3
    private static final double LEAST_CLEAR_OF_LARGE =
            4.5; // where faint: blotches reach 3 to 4.3, lentigines rarely less than 5
    private static final double FAINT = 5; // ΔE00 below which that holds; beyond it a crowded ring may be why
    private static final double LEAST_EDGE = 0.75; // of the density is gone 1 mm beyond; a blotch keeps half
    private static final double LEAST_BROWN_OF_LARGE = 0.6; // nothing blurs their colour; redness reaches a half
    private static final double BLOTCH_MM = 2.5; // below it blur alone fades edges out
    private static final double LEAST_BROWN =
            0.15; // shadow has none; chroma subsampling leaves half of 1 for small spots
    private static final double LEAST_BLUE_OVER_GREEN =
            0.1; // melanin on rendered skin has 0.5 and more, moles on photos 0.3 to 0.8, red patches −1.1 to −0.1
    private static final double BLOOD_MM = 2; // from which size on that can be told
    private static final double MOST_BORDER = 0.5; // of the outline along the zone's edge: what it is cannot be told
    private static final double MOST_BORDER_OF_LARGE =
            0.4; // from 2.5 mm: creases between knuckles reach in from there,
    private static final double MOST_ELONGATED_OF_LARGE = 1.8; // and are longer than lentigines are

    private final double leastContrast;

    private Spots(double leastContrast) {
        if (!(leastContrast >= 0)) {
            throw new IllegalArgumentException("a spot's contrast is at least 0, not " + leastContrast);
        }
        this.leastContrast = leastContrast;
    }

    /** Mean ΔE00 of 2.5 and more within the outline, which is about 3 in the middle: easily seen. */
    public static Spots withDefaults() {
        return new Spots(2.5);
    }

    /** The settings that change a value, for provenance. */
    public String settings() {
        return "spots " + leastContrast + " " + SMALLEST_MM + " " + LARGEST_MM + " " + MOST_ELONGATED + " " + LEAST_FILL
                + " " + LEAST_CLEAR + " " + LEAST_CLEAR_OF_LARGE + " " + FAINT + " " + LEAST_EDGE + " " + BLOTCH_MM
                + " " + MOST_BORDER + " "
                + MOST_BORDER_OF_LARGE + " " + MOST_ELONGATED_OF_LARGE + " " + LEAST_BROWN + " " + LEAST_BROWN_OF_LARGE
                + " " + LEAST_BLUE_OVER_GREEN + " " + BLOOD_MM
                + " "
                + PigmentFilter.settings() + " "
                + SpotGround.settings() + " " + SpotSearch.settings() + " " + SpotOutline.settings() + " "
                + SpotContrast.settings() + " " + SpotFollower.settings() + " " + GLINT_MM + ", " + TileGrid.settings();
    }

    /** The values and the spots themselves. */
    public record Result(List<Measurement> measurements, List<Mark.Spot> spots) {
        /** Copies the lists. */
        public Result {
            measurements = List.copyOf(measurements);
            spots = List.copyOf(spots);
        }
    }

    /** Measures {@code zone} of {@code skin}; never throws for a poor photo, answers why it cannot be measured. */
    public Result measure(Skin skin, Zone zone) {
        return measure(skin, zone, () -> Hair.find(skin, zone));
    }

    /**
     * The same where something else looks for hair too.
     *
     * @param hairOfZone asked only if the photo can show spots
     */
    public Result measure(Skin skin, Zone zone, Supplier<Hair.Found> hairOfZone) {
        return measure(SkinZone.of(skin, zone), hairOfZone);
    }

    /** The same of a zone that other measures read too. */
    public Result measure(SkinZone of, Supplier<Hair.Found> hairOfZone) {
        Skin skin = of.skin();
        Zone zone = of.zone();
        Mask usable = acrossGlints(skin, zone);
        TileGrid grid = TileGrid.over(skin, usable);
        Optional<NotMeasuredReason> why = whyNot(skin, grid);
        if (why.isPresent()) {
            return new Result(all(zone, new Outcome.NotMeasured(why.get())), List.of());
        }
        List<FoundSpot> spots = find(of, usable, hidden(skin, zone, usable, hairOfZone));
        return new Result(
                SpotTiles.measurements(zone, grid, spots, skin.pixelsPerMm()),
                spots.stream().map(s -> s.mark(skin)).toList());
    }

    private static Optional<NotMeasuredReason> whyNot(Skin skin, TileGrid grid) {
        return skin.grey()
                ? Optional.of(NotMeasuredReason.NO_COLOUR)
                : skin.capture().nativePixelsPerMm() < Relief.LEAST_PIXELS_PER_MM
                        ? Optional.of(NotMeasuredReason.RESOLUTION_TOO_LOW)
                        : grid.size() < TileGrid.FEWEST_TILES
                                ? Optional.of(NotMeasuredReason.TOO_LITTLE_SKIN)
                                : Optional.empty();
    }

    /**
     * Measures given outlines here, which were found in another photo of the same skin laid onto the same planes: to follow
     * spot by spot what changes. Answers one result an outline, in their order; one that is not seen is not gone.
     *
     * @param outlines in pixels of the planes of {@code skin}, such as {@link Mark.Spot#outline()} through the inverse of the {@link
     *     Skin#toPhoto()} of the skin it was found on
     */
    public List<FollowedSpot> follow(Skin skin, Zone zone, List<Polygon> outlines) {
        return follow(skin, zone, outlines, () -> Hair.find(skin, zone));
    }

    /**
     * The same where something else looks for hair too.
     *
     * @param hairOfZone asked only if the photo can show spots
     */
    public List<FollowedSpot> follow(Skin skin, Zone zone, List<Polygon> outlines, Supplier<Hair.Found> hairOfZone) {
        Mask usable = acrossGlints(skin, zone);
        Optional<NotMeasuredReason> why = whyNot(skin, TileGrid.over(skin, usable));
        if (why.isPresent()) {
            return outlines.stream()
                    .<FollowedSpot>map(o -> new FollowedSpot.NotSeen(o, why.get()))
                    .toList();
        }
        return outlines.isEmpty()
                ? List.of()
                : SpotFollower.follow(skin, usable, hidden(skin, zone, usable, hairOfZone), outlines, leastContrast);
    }

    /** The usable skin with the narrow holes that glints leave, which would break spots into pieces. */
    private static Mask acrossGlints(Skin skin, Zone zone) {
        return Morphology.close(skin.usable(zone), GLINT_MM * skin.pixelsPerMm());
    }

    /** What is filled in from its sides: under hairs, and under glints. */
    private static Mask hidden(Skin skin, Zone zone, Mask usable, Supplier<Hair.Found> hairOfZone) {
        return hairOfZone.get().mask().or(usable.minus(skin.usable(zone)));
    }

    /** The strongest first; what a stronger one has taken is no part of a weaker one. */
    private List<FoundSpot> find(SkinZone of, Mask usable, Mask hair) {
        Skin skin = of.skin();
        double scale = skin.pixelsPerMm();
        SpotGround ground = SpotGround.of(skin, of.densities(), usable, hair);
        SpotSearch search = SpotSearch.of(ground);
        Map<Integer, Plane> densities = new HashMap<>();
        FreeSkin free = new FreeSkin(usable);
        List<FoundSpot> found = new ArrayList<>();
        for (SpotSearch.Seed seed : search.seeds()) {
            Plane density = densities.computeIfAbsent(seed.scale(), search::outlinePlane);
            Optional<Patch> outlined = SpotOutline.around(seed, density, free, scale);
            if (outlined.isEmpty()) {
                continue;
            }
            Patch patch = outlined.get();
            double diameter = Math.sqrt(4 * patch.area() / Math.PI) / scale;
            SpotShape shape = SpotShape.of(patch);
            if (!isShapedLikeASpot(patch, shape, diameter, usable)) {
                continue; // and what lies in it is free: a crease that runs through a spot does not hide it
            }
            free.take(patch);
            SpotContrast.of(skin, patch, density, usable, ground.full().plain(), hair)
                    .filter(c -> counts(c, diameter) && brown(c, diameter, ground))
                    .ifPresent(c -> found.add(new FoundSpot(patch, diameter, shape, c)));
        }
        return found;
    }

    private static boolean isShapedLikeASpot(Patch patch, SpotShape shape, double diameterMm, Mask usable) {
        boolean large = diameterMm >= BLOTCH_MM;
        return diameterMm >= SMALLEST_MM
                && diameterMm <= LARGEST_MM
                && shape.elongation() <= (large ? MOST_ELONGATED_OF_LARGE : MOST_ELONGATED)
                && shape.fill() >= LEAST_FILL
                && patch.border(usable) <= (large ? MOST_BORDER_OF_LARGE : MOST_BORDER);
    }

    private boolean counts(SpotContrast contrast, double diameterMm) {
        boolean blotch = diameterMm >= BLOTCH_MM;
        return contrast.de00() >= leastContrast
                && contrast.luminance() > 0
                && contrast.clearness() >= (blotch && contrast.de00() < FAINT ? LEAST_CLEAR_OF_LARGE : LEAST_CLEAR)
                && (!blotch || contrast.edge() >= LEAST_EDGE);
    }

    /** Whether it is melanin and neither shadow nor blood. Where the skin is too dark to tell, everything dark may be melanin. */
    private static boolean brown(SpotContrast contrast, double diameterMm, SpotGround ground) {
        double[] melanin = ground.direction();
        double least = diameterMm < BLOTCH_MM ? LEAST_BROWN : LEAST_BROWN_OF_LARGE;
        return !ground.tellsBrown()
                || (contrast.brown(melanin) >= least
                        && (diameterMm < BLOOD_MM || contrast.blueOverGreen(melanin) >= LEAST_BLUE_OVER_GREEN));
    }

    private static List<Measurement> all(Zone zone, Outcome outcome) {
        return List.of(
                new Measurement(zone, Metric.SPOT_COUNT, outcome),
                new Measurement(zone, Metric.SPOT_AREA_PERCENT, outcome),
                new Measurement(zone, Metric.SPOT_DENSITY_PER_10CM2, outcome),
                new Measurement(zone, Metric.SPOT_CONTRAST_DE00, outcome),
                new Measurement(zone, Metric.SPOT_LOAD, outcome));
    }
}
