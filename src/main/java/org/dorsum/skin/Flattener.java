package org.dorsum.skin;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.IntStream;
import org.dorsum.colour.ColourCorrection;
import org.dorsum.colour.LinearRgb;
import org.dorsum.colour.Logarithm;
import org.dorsum.colour.SkinPigment;
import org.dorsum.hand.Hand;
import org.dorsum.hand.Zone;
import org.dorsum.image.Affine;
import org.dorsum.image.Displacement;
import org.dorsum.image.Mask;
import org.dorsum.image.Plane;
import org.dorsum.image.Point;
import org.dorsum.image.Polygon;
import org.dorsum.image.Regions;
import org.dorsum.image.Resampling;
import org.dorsum.photo.Photo;

/**
 * Lays the back of a hand out flat: the photo is resampled once, to a fixed number of pixels per millimetre in the hand's
 * own coordinates, as linear light; everything else is computed from that. Immutable; O(pixels of the dorsum).
 */
public final class Flattener {
    /** Fine lines are 0.1 mm and wider; 8 px/mm is the coarsest grid that still shows two pixels across most of them. */
    private static final double PIXELS_PER_MM = 8;

    /** Room around the zone for filters of up to 4 σ at 1 mm. */
    private static final double MARGIN_MM = 4;

    /** Largest side of what is laid out: twice an adult's breadth; more means that the scale is wrong. */
    private static final double LARGEST_SIDE_MM = 160;

    /** Smallest side, room included: a child's dorsum is larger; less means that the scale is wrong. */
    private static final double SMALLEST_SIDE_MM = 2 * MARGIN_MM + 20;

    private static final double DARKEST = 1e-4; // relative luminance whose logarithm stands for black

    private Flattener() {}

    /** 8 px/mm, the scale for a whole hand. */
    public static Flattener withDefaults() {
        return new Flattener();
    }

    /** The settings that change a value, for provenance. */
    public String settings() {
        return "flat " + PIXELS_PER_MM + " px/mm, usable " + UsableSkin.settings();
    }

    /** The dorsum of {@code hand} laid out flat; empty if, at the hand's scale, it is larger or smaller than any hand's. */
    public Optional<Skin> flatten(Photo photo, Hand hand) {
        Grid grid = grid(hand, hand.dorsum());
        return Math.max(grid.widthMm(), grid.heightMm()) <= LARGEST_SIDE_MM
                        && Math.min(grid.widthMm(), grid.heightMm()) >= SMALLEST_SIDE_MM
                ? Optional.of(flatten(photo, hand, grid, Zone.DORSUM))
                : Optional.empty();
    }

    /**
     * Another zone of {@code hand} laid out flat by itself, in the same coordinates as its dorsum: apart, because the boxes
     * around all zones together have a fifth of the pixels of the box around the hand. Light and sharpness are those of the
     * zone.
     *
     * @return empty if the hand has no such zone
     */
    public Optional<Skin> flatten(Photo photo, Hand hand, Zone zone) {
        Optional<Polygon> outline = hand.zone(zone);
        if (outline.isEmpty()) {
            return Optional.empty();
        }
        Grid grid = grid(hand, outline.get());
        return Math.max(grid.widthMm(), grid.heightMm()) <= LARGEST_SIDE_MM
                ? Optional.of(flatten(photo, hand, grid, zone))
                : Optional.empty();
    }

    /** A box in the hand's own coordinates, its place and size in millimetres. */
    private record Grid(double left, double top, double widthMm, double heightMm) {}

    /** The box around a zone with room for filters. */
    private static Grid grid(Hand hand, Polygon outline) {
        Polygon zone = outline.through(hand.frame().toPhoto(hand.scale()).inverse());
        double left = zone.corners().stream().mapToDouble(Point::x).min().getAsDouble() - MARGIN_MM;
        double top = zone.corners().stream().mapToDouble(Point::y).min().getAsDouble() - MARGIN_MM;
        double widthMm = zone.corners().stream().mapToDouble(Point::x).max().getAsDouble() + MARGIN_MM - left;
        double heightMm = zone.corners().stream().mapToDouble(Point::y).max().getAsDouble() + MARGIN_MM - top;
        return new Grid(left, top, widthMm, heightMm);
    }

    private static Skin flatten(Photo photo, Hand hand, Grid grid, Zone zone) {
        Affine toHand = Affine.turnAndScale(0, 1 / PIXELS_PER_MM).then(Affine.shift(grid.left(), grid.top()));
        int width = (int) Math.ceil(grid.widthMm() * PIXELS_PER_MM);
        int height = (int) Math.ceil(grid.heightMm() * PIXELS_PER_MM);
        Affine toPhoto = toHand.then(hand.frame().toPhoto(hand.scale()));
        return flatten(photo, hand, zone, toHand, toPhoto, width, height, Optional.empty());
    }

    /**
     * The dorsum of {@code hand} laid out on the grid of {@code reference}, so that the same pixel shows the same skin.
     *
     * @param referenceToPhoto pixels of the reference's planes to pixels of {@code photo}
     */
    public Skin flattenOnto(Skin reference, Photo photo, Hand hand, Affine referenceToPhoto) {
        return flattenOnto(reference, photo, hand, referenceToPhoto, Optional.empty());
    }

    /**
     * The same where the skin is stretched otherwise than in the reference.
     *
     * @param off how far each pixel of the reference lies off the place that {@code referenceToPhoto} gives it, in pixels of
     *     the reference; small against the room around the zone
     */
    public Skin flattenOnto(
            Skin reference, Photo photo, Hand hand, Affine referenceToPhoto, Optional<Displacement> off) {
        Affine toHand = reference.toHand();
        return flatten(photo, hand, Zone.DORSUM, toHand, referenceToPhoto, reference.width(), reference.height(), off);
    }

    /**
     * What finding the same skin in another photo needs of it, at a fraction of the cost.
     *
     * @param logLuminance natural logarithm of relative luminance, on a grid of half the reference's resolution: the
     *     first pixel covers the reference's first four
     * @param usable the dorsum's bare skin
     */
    public record Sketch(Plane logLuminance, Mask usable) {
        /** The grid against the reference's. */
        public static final int REDUCED = 2;
    }

    /** {@link #flattenOnto} at half the resolution, without pigments and without judging the photo. */
    public Sketch sketchOnto(Skin reference, Photo photo, Hand hand, Affine referenceToPhoto) {
        int n = Sketch.REDUCED;
        int width = reference.width() / n;
        int height = reference.height() / n;
        Affine toPhoto = Affine.scaling(n)
                .then(Affine.shift((n - 1) / 2.0, (n - 1) / 2.0))
                .then(referenceToPhoto);
        Skin.Light light = LightSampler.sample(photo.pixels(), toPhoto, width, height, Optional.empty());
        Plane logLuminance = logLuminance(light);
        Mask skin = Resampling.warp(hand.back(), toPhoto, width, height);
        Mask outlined = Regions.inside(hand.dorsum().through(toPhoto.inverse()), width, height);
        return new Sketch(
                logLuminance,
                outlined.and(UsableSkin.of(skin, light, logLuminance, PIXELS_PER_MM / n)
                        .bare()));
    }

    private static Skin flatten(
            Photo photo,
            Hand hand,
            Zone zone,
            Affine toHand,
            Affine toPhoto,
            int width,
            int height,
            Optional<Displacement> off) {
        // The outline's blur is read from the photo alone, so it needs to wait for nothing.
        ForkJoinTask<OptionalDouble> blur = ForkJoinPool.commonPool()
                .submit(() -> OutlineBlur.of(photo.pixels(), hand.back(), toPhoto.scale() * PIXELS_PER_MM));
        try {
            Skin.Light light = LightSampler.sample(photo.pixels(), toPhoto, width, height, off);
            return laidOut(photo, hand, zone, toHand, toPhoto, light, blur);
        } finally {
            blur.quietlyJoin(); // nothing goes on behind a result
        }
    }

    /** Everything that follows from the light on the grid; what lens and file did to the photo is read beside the pigment. */
    private static Skin laidOut(
            Photo photo,
            Hand hand,
            Zone zone,
            Affine toHand,
            Affine toPhoto,
            Skin.Light light,
            ForkJoinTask<OptionalDouble> blur) {
        int width = light.red().width();
        int height = light.red().height();
        Plane logLuminance = logLuminance(light);
        Mask skin = Resampling.warp(zone == Zone.DORSUM ? hand.back() : hand.skin(), toPhoto, width, height);
        UsableSkin usable = UsableSkin.of(skin, light, logLuminance, PIXELS_PER_MM);
        Polygon outline = hand.zone(zone).orElseThrow();
        Mask outlined = Regions.inside(outline.through(toPhoto.inverse()), width, height);
        Mask bare = outlined.and(usable.bare());
        Optional<ColourCorrection> colour = photo.grey() ? Optional.empty() : hand.colour();
        Skin.Light corrected = colour.map(c -> corrected(light, c)).orElse(light);
        Plane correctedLuminance = colour.isPresent() ? logLuminance(corrected) : logLuminance;
        // The photo is judged on this thread, not beside it: what it forks in turn would find its core asleep, waiting.
        ForkJoinTask<Skin.Pigment> pigment = ForkJoinPool.commonPool()
                .submit(() -> photo.grey() ? noPigment(width, height) : pigment(corrected, width, height));
        try {
            Capture capture = CaptureEstimate.of(
                    photo.pixels(), toPhoto, logLuminance, blur, outlined.and(skin), bare, usable, PIXELS_PER_MM);
            return new Skin(
                    PIXELS_PER_MM,
                    toPhoto,
                    toHand,
                    correctedLuminance,
                    corrected,
                    pigment.join(),
                    Map.of(zone, bare),
                    photo.grey(),
                    capture,
                    colour);
        } finally {
            pigment.quietlyJoin();
        }
    }

    private static Plane logLuminance(Skin.Light light) {
        float[] red = light.red().toArray();
        float[] green = light.green().toArray();
        float[] blue = light.blue().toArray();
        int width = light.red().width();
        IntStream.range(0, light.red().height()).parallel().forEach(y -> {
            for (int i = y * width; i < (y + 1) * width; i++) {
                red[i] = (float) Logarithm.of(Math.max(DARKEST, LinearRgb.luminance(red[i], green[i], blue[i])));
            }
        });
        return Plane.of(width, light.red().height(), red);
    }

    /** The light that the card says there was. What is clipped or dark has been judged on the photo's own light before. */
    private static Skin.Light corrected(Skin.Light light, ColourCorrection colour) {
        int width = light.red().width();
        int height = light.red().height();
        float[][] v = new float[3][width * height];
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                LinearRgb c = colour.apply(new LinearRgb(
                        light.red().at(x, y),
                        light.green().at(x, y),
                        light.blue().at(x, y)));
                v[0][i] = (float) c.red();
                v[1][i] = (float) c.green();
                v[2][i] = (float) c.blue();
            }
        }
        return new Skin.Light(
                Plane.of(width, height, v[0]), Plane.of(width, height, v[1]), Plane.of(width, height, v[2]));
    }

    private static Skin.Pigment pigment(Skin.Light light, int width, int height) {
        float[] melanin = new float[width * height];
        float[] haemoglobin = new float[width * height];
        float[] shading = new float[width * height];
        SkinPigment.split(
                light.red().toArray(), light.green().toArray(), light.blue().toArray(), melanin, haemoglobin, shading);
        return new Skin.Pigment(
                Plane.of(width, height, melanin),
                Plane.of(width, height, haemoglobin),
                Plane.of(width, height, shading));
    }

    private static Skin.Pigment noPigment(int width, int height) {
        Plane flat = Plane.of(width, height, new float[width * height]);
        return new Skin.Pigment(flat, flat, flat);
    }
}
