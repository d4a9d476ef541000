package org.dorsum.measure;

import java.util.List;
import java.util.Optional;
import org.dorsum.colour.Ciede2000;
import org.dorsum.colour.Lab;
import org.dorsum.colour.LinearRgb;
import org.dorsum.image.Affine;
import org.dorsum.image.Filters;
import org.dorsum.image.Mask;
import org.dorsum.image.Plane;
import org.dorsum.image.Point;
import org.dorsum.image.Polygon;
import org.dorsum.image.Regions;
import org.dorsum.skin.Skin;

/**
 * Measures given outlines instead of looking for spots: each against its own ring of plain skin, as {@link SpotContrast} does, and
 * how much of it is still as dark as the edge of the faintest spot, pixel by pixel of light smoothed with σ 0.25 mm.
 */
final class SpotFollower {
    private static final double LEAST_SEEN =
            0.7; // of the outline: with less, glare or the zone's edge decides its colour
    private static final double SMOOTHING_MM = 0.25; // σ: pores and noise go, a spot of 0.8 mm stays

    private static final double EDGE = 0.5; // an outline lies where half of a spot's density is left

    private final Skin skin;
    private final Mask usable;
    private final Mask plain;
    private final Mask hair;
    private final Plane darkness;
    private final Plane[] smooth;
    private final double leastContrast;

    private SpotFollower(Skin skin, Mask usable, Mask plain, Mask hair, double leastContrast) {
        this.skin = skin;
        this.usable = usable;
        this.plain = plain;
        this.hair = hair;
        this.darkness = skin.logLuminance().map(v -> -v);
        Mask bare = usable.minus(hair);
        double sigma = SMOOTHING_MM * skin.pixelsPerMm();
        this.smooth = new Plane[] {
            Filters.gaussian(skin.light().red(), bare, sigma),
            Filters.gaussian(skin.light().green(), bare, sigma),
            Filters.gaussian(skin.light().blue(), bare, sigma)
        };
        this.leastContrast = leastContrast;
    }

    static String settings() {
        return LEAST_SEEN + " " + SMOOTHING_MM + " " + EDGE;
    }

    static List<FollowedSpot> follow(Skin skin, Mask usable, Mask hair, List<Polygon> outlines, double leastContrast) {
        Mask plain = SpotGround.of(skin, Densities.of(skin.light()), usable, hair)
                .full()
                .plain();
        SpotFollower follower = new SpotFollower(skin, usable, plain, hair, leastContrast);
        return outlines.stream().map(follower::follow).toList();
    }

    private FollowedSpot follow(Polygon outline) {
        Patch patch = patch(outline);
        int seen = 0;
        for (int y = 0; y < patch.pixels().height(); y++) {
            for (int x = 0; x < patch.pixels().width(); x++) {
                seen += patch.pixels().at(x, y) && usable.contains(patch.left() + x, patch.top() + y) ? 1 : 0;
            }
        }
        Optional<SpotContrast> contrast = seen < LEAST_SEEN * patch.area()
                ? Optional.empty()
                : SpotContrast.of(skin, patch, darkness, usable, plain, hair);
        if (contrast.isEmpty()) {
            return new FollowedSpot.NotSeen(outline, NotMeasuredReason.TOO_LITTLE_SKIN);
        }
        SpotContrast c = contrast.get();
        double mm2 = patch.area() / (skin.pixelsPerMm() * skin.pixelsPerMm());
        return new FollowedSpot.Seen(
                outline,
                mm2,
                mm2 * kept(patch, c.ring()),
                100.0 * seen / patch.area(),
                c.de00(),
                c.ita(),
                c.luminance());
    }

    /** Its pixels, those beyond the planes too. */
    private static Patch patch(Polygon outline) {
        double x0 = outline.corners().stream().mapToDouble(Point::x).min().orElseThrow();
        double y0 = outline.corners().stream().mapToDouble(Point::y).min().orElseThrow();
        double x1 = outline.corners().stream().mapToDouble(Point::x).max().orElseThrow();
        double y1 = outline.corners().stream().mapToDouble(Point::y).max().orElseThrow();
        int left = (int) Math.floor(x0);
        int top = (int) Math.floor(y0);
        return new Patch(
                left,
                top,
                Regions.inside(
                        outline.through(Affine.shift(-left, -top)),
                        (int) Math.ceil(x1) - left + 1,
                        (int) Math.ceil(y1) - top + 1));
    }

    /** Share of its usable pixels that are darker than the ring by half of a spot's least contrast, 0 … 1. */
    private double kept(Patch patch, LinearRgb ring) {
        Lab around = Lab.of(ring);
        int all = 0;
        int kept = 0;
        for (int y = patch.top(); y < patch.top() + patch.pixels().height(); y++) {
            for (int x = patch.left(); x < patch.left() + patch.pixels().width(); x++) {
                if (patch.has(x, y) && usable.contains(x, y)) {
                    LinearRgb here = new LinearRgb(smooth[0].at(x, y), smooth[1].at(x, y), smooth[2].at(x, y));
                    all++;
                    kept += here.luminance() < ring.luminance()
                                    && Ciede2000.difference(Lab.of(here), around) >= EDGE * leastContrast
                            ? 1
                            : 0;
                }
            }
        }
        return kept / (double) Math.max(1, all);
    }
}
