package org.dorsum.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.dorsum.hand.Zone;
import org.dorsum.image.Filters;
import org.dorsum.image.LineFilter;
import org.dorsum.image.Mask;
import org.dorsum.image.Morphology;
import org.dorsum.image.Plane;
import org.dorsum.skin.Skin;
import org.jspecify.annotations.Nullable;

/**
 * Fine lines of the skin: length per area (mm/cm²), share of area (percent), mean width (mm), mean depth (percent of
 * luminance) and how parallel they are (0 … 1).
 *
 * <p>Hairs are found first and what they hide is filled in ({@link Hair}), and so are glints, flakes and spots; the latter are no
 * part of the area. Lines are valleys of
 * log-luminance that keep their depth along straight windows of 8 mm ({@link LineFilter}), as strong as {@code weak} times what
 * the skin's network, noise and grain of this photo make up by chance, and at least a percent of luminance, followed from pixel to pixel ({@link LineTracer}), joined across gaps
 * ({@link LineLinker}) and kept when long enough and a valley in profile ({@link LineProfile}). A line counts by its
 * membership, 0 at {@code weak} … 1 at {@code strong}: a stretch at the limit of what shows counts by half and does not come
 * and go from photo to photo.
 *
 * <p>Strength is relative to what the same windows read on the skin between lines, so that focus, light and compression,
 * which change all relief alike, cancel to first order. So does a treatment that smoothes lines and furrows alike: that is {@link Roughness}'s part.
 * Widths are full widths at half depth and contain the photo's own blur. Lengths are those of the path with the steps of the
 * grid smoothed away; only stretches on bare skin count, over the area of bare skin.
 *
 * <p>Not measured where the photo is blurred by more than 0.306 mm (σ, read off the hand's outline).
 *
 * <p>Known limits: the edges of sharp tendons pass for lines, as does hair that the photo shows as broad as lines.
 */
public final class FineLines {
    private static final double LEAST_TEXTURE =
            0.005; // log-luminance: smoother skin than this is noise of 8-bit samples
    private static final double FAINTEST = 0.01; // log-luminance: no line below it, however smooth the skin
    private static final double LIMIT = 8; // times texture: a pit or a mole's rim counts no more than a deep line
    private static final double HOLE_MM =
            2.5; // half of the widest hole in the usable skin that is filled from its sides
    private static final double FILL_MM = 0.5; // σ of what is filled in
    private static final int DIRECTIONS = 24; // every 7.5°: half a step moves the window's end by 0.26 mm
    private static final double LEAST_EXPLAINED = 0.25; // of the profile about its slope: an edge or a foot has less
    private static final double LEAST_FLANK = 0.3; // of the depth: flanks may be unequal, but both are there
    private static final double LEAST_END = 0.2; // of the depth: lines taper
    private static final double WIDEST_SIGMA_MM =
            0.45; // full width 1.06 mm: veins and the hollows by tendons are broader
    private static final double LEAST_STRAIGHT = 0.6; // ends over length: what curls runs round a pit or a mole
    private static final double MOST_HIDDEN = 0.5; // of a chain under hair: more, and it is the hair or its shadow
    static final double SHORTEST_PIECE_MM = 1; // a chain that can be part of a line
    private static final double GAP_MM = 1.5; // a hair with its rims, or two cells of the furrow network
    private static final double COSINE = Math.cos(Math.toRadians(25)); // lines bend little over a gap
    private static final double START = 1.2; // times weak, somewhere on a chain: what never gets there is grain

    /**
     * Blur of the photo, σ, beyond which a valley of 0.2 mm has less than 0.27 of its depth left and one of 0.45 mm little
     * over a half, and is wide enough to pass for a wrinkle; roughness ends there too.
     */
    private static final double MOST_BLUR_MM = 0.306;

    /** Quantile of strength that stands for skin between lines, however many lines there are. */
    private static final double QUIET = 0.3;

    private final double sigmaMm;
    private final double reachMm;
    private final double weak;
    private final double strong;
    private final double shortestMm;
    private final OptionalDouble unit;

    private FineLines(
            double sigmaMm, double reachMm, double weak, double strong, double shortestMm, OptionalDouble unit) {
        if (!(weak > 1 && strong > weak && strong < 10)) {
            throw new IllegalArgumentException(
                    "strengths satisfy 1 < weak < strong < 10, not " + weak + " and " + strong);
        }
        if (!(reachMm >= 0.5 && reachMm <= 10 && shortestMm > 0)) {
            throw new IllegalArgumentException(
                    "windows reach 0.5 to 10 mm and lines are longer than 0 mm, not " + reachMm + " and " + shortestMm);
        }
        this.sigmaMm = sigmaMm;
        this.reachMm = reachMm;
        this.weak = weak;
        this.strong = strong;
        this.shortestMm = shortestMm;
        this.unit = unit;
    }

    /**
     * Valleys of 0.2 to 1 mm full width (the filter is made for 0.33 mm) that keep, over 4 mm to either side, 1.6 times the
     * strength of the quieter skin between lines, wholly counted from 4.7 times on, and are 3 mm long and more: three cells of
     * the furrow network.
     */
    public static FineLines withDefaults() {
        return new FineLines(0.2, 4, 1.6, 4.7, 3, OptionalDouble.empty());
    }

    /**
     * The same with the unit of strength of an earlier photo ({@link Result#unit()}) instead of each photo's own, so that
     * lines and furrows that grow shallower together are seen to. Sound only where both photos were brought to the same
     * sharpness and light.
     *
     * @param unit log-luminance, above 0
     */
    public FineLines lockedTo(double unit) {
        if (!(unit > 0 && unit < 1)) {
            throw new IllegalArgumentException("a unit of strength lies between 0 and 1, not " + unit);
        }
        return new FineLines(sigmaMm, reachMm, weak, strong, shortestMm, OptionalDouble.of(unit));
    }

    /** The settings that change a value, for provenance. */
    public String settings() {
        double[] constants = {
            LEAST_TEXTURE,
            FAINTEST,
            HOLE_MM,
            FILL_MM,
            LIMIT,
            LEAST_EXPLAINED,
            LEAST_FLANK,
            LEAST_END,
            WIDEST_SIGMA_MM,
            LEAST_STRAIGHT,
            MOST_HIDDEN,
            SHORTEST_PIECE_MM,
            GAP_MM,
            COSINE,
            START,
            MOST_BLUR_MM,
            QUIET,
            DIRECTIONS
        };
        return "lines " + sigmaMm + " " + reachMm + " " + weak + " " + strong + " " + shortestMm + " "
                + Arrays.toString(constants) + "; " + LineMarks.settings() + "; " + DarkPatches.settings() + "; "
                + Hair.settings() + "; "
                + Relief.settings() + " "
                + TileGrid.settings()
                + (unit.isPresent() ? "; unit " + unit.getAsDouble() : "");
    }

    /**
     * The values, the lines and the hairs.
     *
     * @param hairConfidence mean confidence of the hairs, by length; 1 where there is none
     * @param unit strength of the skin between lines against which lines were counted, log-luminance; empty where they
     *     were not measured
     */
    public record Result(
            List<Measurement> measurements,
            List<Mark.Line> lines,
            List<Mark.Hair> hairs,
            double hairConfidence,
            OptionalDouble unit) {
        /** Copies the lists. */
        public Result {
            measurements = List.copyOf(measurements);
            lines = List.copyOf(lines);
            hairs = List.copyOf(hairs);
        }
    }

    /** A chain with what was measured on it. */
    private record Piece(LineTracer.Chain chain, Curve curve, LineProfile profile) {}

    /** Measures {@code zone} of {@code skin}; never throws for a poor photo, answers why it cannot be measured. */
    public Result measure(Skin skin, Zone zone) {
        return measure(skin, zone, () -> Hair.find(skin, zone));
    }

    /**
     * The same where something else looks for hair too.
     *
     * @param hairOfZone asked only if the photo can show lines
     */
    public Result measure(Skin skin, Zone zone, Supplier<Hair.Found> hairOfZone) {
        return measure(SkinZone.of(skin, zone), hairOfZone);
    }

    /** The same of a zone that other measures read too. */
    public Result measure(SkinZone of, Supplier<Hair.Found> hairOfZone) {
        Skin skin = of.skin();
        Zone zone = of.zone();
        Optional<NotMeasuredReason> obstacle = Relief.obstacle(of, MOST_BLUR_MM);
        if (obstacle.isPresent()) {
            return unmeasured(zone, obstacle.get(), List.of(), 1);
        }
        Hair.Found hair = hairOfZone.get();
        Mask usable = of.usable().minus(of.darkPatches().withoutHoles());
        TileGrid grid = TileGrid.over(skin, usable.minus(hair.mask()));
        if (grid.size() < TileGrid.FEWEST_TILES) {
            NotMeasuredReason reason = TileGrid.over(skin, usable).size() < TileGrid.FEWEST_TILES
                    ? NotMeasuredReason.TOO_LITTLE_SKIN
                    : NotMeasuredReason.TOO_MUCH_HAIR;
            return unmeasured(zone, reason, hair.hairs(), hair.confidence());
        }
        Plane plane = withoutHoles(hair.lookUnder(skin.logLuminance(), skin.pixelsPerMm()), usable, skin.pixelsPerMm());
        LineFilter filter = LineFilter.limited(
                plane,
                sigmaMm * skin.pixelsPerMm(),
                reachMm * skin.pixelsPerMm(),
                DIRECTIONS,
                usable,
                LEAST_TEXTURE,
                LIMIT);
        double typical = unit.orElseGet(() -> Math.max(FAINTEST / weak, Strengths.quantile(filter, usable, QUIET)));
        List<Piece> pieces = pieces(filter, typical, usable, plane, hair, skin);
        LineTiles tiles = new LineTiles(grid);
        List<Mark.Line> lines = new ArrayList<>();
        LineLinker linker = new LineLinker(GAP_MM * skin.pixelsPerMm(), COSINE);
        for (List<Integer> group : linker.link(pieces.stream().map(Piece::chain).toList())) {
            List<Piece> line = group.stream().map(pieces::get).toList();
            double lengthMm = line.stream().mapToDouble(p -> p.curve().length()).sum() / skin.pixelsPerMm();
            if (lengthMm >= shortestMm) {
                for (Piece piece : line) {
                    double[] membership = membership(piece.chain(), filter, typical);
                    add(piece, membership, filter, tiles, skin.pixelsPerMm());
                    LineMarks.add(piece.curve(), piece.profile(), membership, zone, skin, lines);
                }
            }
        }
        return new Result(
                tiles.measurements(zone, skin.pixelsPerMm()),
                lines,
                hair.hairs(),
                hair.confidence(),
                OptionalDouble.of(typical));
    }

    /** The plane with holes in the usable skin, glints, flakes and spots for the most part, filled in from their sides. */
    private static Plane withoutHoles(Plane plane, Mask usable, double pixelsPerMm) {
        Mask holes = Morphology.close(usable, HOLE_MM * pixelsPerMm).minus(usable);
        if (holes.count() == 0) {
            return plane;
        }
        Plane sides = Filters.gaussian(plane, usable, FILL_MM * pixelsPerMm);
        return plane.replaced(holes.minus(sides.equalTo(0)), sides); // 0 where a hole's sides are out of reach
    }

    private List<Piece> pieces(
            LineFilter filter, double typical, Mask usable, Plane plane, Hair.Found hair, Skin skin) {
        List<Piece> pieces = new ArrayList<>();
        Mask hidden = hair.mask().count() == 0 ? null : hair.mask();
        Hair.Judge judge = Hair.judge(skin, hair.texture());
        for (LineTracer.Chain chain : LineTracer.trace(filter, usable, weak * typical, START * weak * typical)) {
            Curve curve = Curve.of(chain);
            if (curve.length() < SHORTEST_PIECE_MM * skin.pixelsPerMm()
                    || curve.straightness() < LEAST_STRAIGHT
                    || hidden(chain, hair.mask()) > MOST_HIDDEN) {
                continue;
            }
            LineProfile profile = LineProfile.of(curve, plane, hidden, skin.pixelsPerMm());
            if (isValley(profile)
                    && isSteady(curve, profile, plane, hidden, skin.pixelsPerMm())
                    && !judge.isHair(curve)) {
                pieces.add(new Piece(chain, curve, profile));
            }
        }
        return pieces;
    }

    private static boolean isValley(LineProfile profile) {
        return profile.depth() > 0
                && profile.explained() >= LEAST_EXPLAINED
                && profile.lowerFlank() >= LEAST_FLANK * profile.depth()
                && profile.sigmaMm() <= WIDEST_SIGMA_MM;
    }

    /** Whether both ends are valleys too: a window through a pit is long, but the pit is not. */
    private static boolean isSteady(
            Curve curve, LineProfile whole, Plane plane, @Nullable Mask hidden, double pixelsPerMm) {
        int third = curve.size() / 3;
        return Math.min(
                        LineProfile.of(curve.part(0, third), plane, hidden, pixelsPerMm)
                                .depth(),
                        LineProfile.of(curve.part(curve.size() - third, curve.size()), plane, hidden, pixelsPerMm)
                                .depth())
                >= LEAST_END * whole.depth();
    }

    private static double hidden(LineTracer.Chain chain, Mask hair) {
        int n = 0;
        for (int i = 0; i < chain.size(); i++) {
            n += hair.at(chain.x()[i], chain.y()[i]) ? 1 : 0;
        }
        return (double) n / chain.size();
    }

    /** How far each pixel of a chain belongs to a line rather than to the network, 0 … 1. */
    private double[] membership(LineTracer.Chain chain, LineFilter filter, double typical) {
        double[] membership = new double[chain.size()];
        for (int i = 0; i < membership.length; i++) {
            double relative = filter.strength(chain.x()[i], chain.y()[i]) / typical;
            membership[i] = Math.max(0, Math.min(1, (relative - weak) / (strong - weak)));
        }
        return membership;
    }

    private static void add(Piece piece, double[] membership, LineFilter filter, LineTiles tiles, double pixelsPerMm) {
        LineTracer.Chain chain = piece.chain();
        double step = piece.curve().length() / pixelsPerMm / chain.size(); // every pixel's equal share of the whole
        double width = LineMarks.FULL_WIDTH * piece.profile().sigmaMm();
        double contrast = 100 * (1 - Math.exp(-piece.profile().depth()));
        for (int i = 0; i < chain.size(); i++) {
            int x = chain.x()[i];
            int y = chain.y()[i];
            tiles.add(x, y, membership[i] * step, filter.angle(x, y), width, contrast);
        }
    }

    private static Result unmeasured(Zone zone, NotMeasuredReason reason, List<Mark.Hair> hairs, double confidence) {
        return new Result(
                all(zone, new Outcome.NotMeasured(reason)), List.of(), hairs, confidence, OptionalDouble.empty());
    }

    private static List<Measurement> all(Zone zone, Outcome outcome) {
        return List.of(
                new Measurement(zone, Metric.LINE_DENSITY_MM_PER_CM2, outcome),
                new Measurement(zone, Metric.LINE_AREA_PERCENT, outcome),
                new Measurement(zone, Metric.LINE_WIDTH_MM, outcome),
                new Measurement(zone, Metric.LINE_CONTRAST_PERCENT, outcome),
                new Measurement(zone, Metric.LINE_ANISOTROPY, outcome));
    }
}
