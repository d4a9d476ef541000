package org.dorsum.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dorsum.colour.Ciede2000;
import org.dorsum.colour.Lab;
import org.dorsum.colour.LinearRgb;
import org.dorsum.image.Mask;
import org.dorsum.image.Morphology;
import org.dorsum.image.Regions;
import org.dorsum.measure.Mark;
import org.dorsum.measure.Metric;
import org.dorsum.measure.Outcome;
import org.dorsum.skin.Skin;

/**
 * Spots of two sessions measured in pairs. The outlines of all spots that any photo shows are joined; within each, every
 * photo is measured, found there or not. Whether a faint spot was just found or just not then moves nothing, which is most
 * of what makes the load of one photo uncertain.
 *
 * <p>Contrast is that of the outline's mean light against the median light of a ring 0.5 to 1.5 mm around it, spots left
 * out. The ratio of the two is laid onto the ring's colour in the first photo, so that exposure, white balance and shading
 * cancel in every spot. Lighter than its ring counts below 0: noise then adds nothing on average.
 */
final class PairedSpots {
    private static final double RIM_MM = 0.5; // the spot's own soft edge
    private static final double RING_MM = 1.5;
    private static final int FEWEST_PIXELS = 20; // of a ring: a third of a square millimetre
    private static final double SEEN_DE00 = 2.5; // what Spots calls a spot
    private static final double DARKEST = 1e-4; // relative light that stands for black

    /**
     * Standard deviation of the difference of one spot's contrast between two photos of the same hand: ΔE00, and as a share of
     * the contrast (docs/validation.md).
     */
    private static final double RESHOT_DE00 = 0.5;

    private static final double RESHOT_SHARE = 0.2;

    private static final double TWO_SIDED = 1.959963984540054; // 95 % of the normal distribution

    private final List<SpotChange> spots;
    private final List<Map<Metric, Outcome>> outcomes;

    private PairedSpots(List<SpotChange> spots, List<Map<Metric, Outcome>> outcomes) {
        this.spots = List.copyOf(spots);
        this.outcomes = List.copyOf(outcomes);
    }

    /** One by one, in raster order. */
    List<SpotChange> spots() {
        return spots;
    }

    /** For each photo, earlier ones first, the values of its spots over the common outlines. */
    List<Map<Metric, Outcome>> outcomes() {
        return outcomes;
    }

    /** A joined outline: its window, its pixels and those around it. */
    private record Site(Regions.Region region, int[] own, int[] ring) {}

    /**
     * Measures the spots of photos laid onto each other.
     *
     * @param photos of both sessions, earlier ones first, on one grid
     * @param found spots of each
     * @param earlier how many photos are earlier ones
     * @param common the skin that all show
     */
    static PairedSpots of(List<Skin> photos, List<List<Mark.Spot>> found, int earlier, Mask common) {
        Skin first = photos.get(0);
        List<Mask> marked = new ArrayList<>();
        for (int i = 0; i < photos.size(); i++) {
            marked.add(marked(photos.get(i), found.get(i)).and(common));
        }
        Mask joined = marked.stream().reduce(Mask::or).orElseThrow();
        Mask plain = common.minus(Morphology.dilate(joined, RIM_MM * first.pixelsPerMm()));
        Regions.Labelled parts = Regions.label(joined);
        List<Site> sites = new ArrayList<>();
        List<double[]> contrasts = new ArrayList<>();
        for (Regions.Region region : parts.regions()) {
            Site site = site(parts, region, plain, first.pixelsPerMm());
            if (site.ring().length >= FEWEST_PIXELS) {
                LinearRgb ring = ring(first, site);
                sites.add(site);
                contrasts.add(photos.stream()
                        .mapToDouble(s -> contrast(s, site, ring))
                        .toArray());
            }
        }
        TilePlaces places = TilePlaces.over(common, first.toHand(), first.pixelsPerMm());
        List<Map<Metric, Outcome>> outcomes = new ArrayList<>();
        for (int i = 0; i < photos.size(); i++) {
            outcomes.add(outcomes(i, sites, contrasts, places, first.pixelsPerMm()));
        }
        return new PairedSpots(changes(first, sites, contrasts, marked, earlier), outcomes);
    }

    private static Mask marked(Skin skin, List<Mark.Spot> spots) {
        Mask all = Mask.none(skin.width(), skin.height());
        for (Mark.Spot spot : spots) {
            all = all.or(Regions.inside(spot.outline().through(skin.toPhoto().inverse()), skin.width(), skin.height()));
        }
        return all;
    }

    private static Site site(Regions.Labelled parts, Regions.Region region, Mask plain, double scale) {
        int room = (int) Math.ceil(RING_MM * scale) + 1;
        int left = region.left() - room;
        int top = region.top() - room;
        int width = region.boxWidth() + 2 * room;
        int height = region.boxHeight() + 2 * room;
        Mask own = Mask.of(
                width,
                height,
                (x, y) -> inFrame(parts, left + x, top + y)
                        && parts.labels()[(top + y) * parts.width() + left + x] == region.label());
        Mask wide = Morphology.dilate(own, RING_MM * scale);
        Mask ring = Mask.of(width, height, (x, y) -> wide.at(x, y) && plain.contains(left + x, top + y));
        return new Site(region, places(own, left, top, parts.width()), places(ring, left, top, parts.width()));
    }

    private static boolean inFrame(Regions.Labelled parts, int x, int y) {
        return x >= 0 && y >= 0 && x < parts.width() && y < parts.height();
    }

    private static int[] places(Mask mask, int left, int top, int width) {
        int[] places = new int[mask.count()];
        int n = 0;
        for (int y = 0; y < mask.height(); y++) {
            for (int x = 0; x < mask.width(); x++) {
                if (mask.at(x, y)) {
                    places[n++] = (top + y) * width + left + x;
                }
            }
        }
        return places;
    }

    private static LinearRgb ring(Skin skin, Site site) {
        return new LinearRgb(
                median(skin.light().red(), site.ring()),
                median(skin.light().green(), site.ring()),
                median(skin.light().blue(), site.ring()));
    }

    /** Contrast of a site in a photo as it would be seen on skin of colour {@code on}. */
    private static double contrast(Skin skin, Site site, LinearRgb on) {
        LinearRgb ring = ring(skin, site);
        LinearRgb spot = new LinearRgb(
                on.red() * share(mean(skin.light().red(), site.own()), ring.red()),
                on.green() * share(mean(skin.light().green(), site.own()), ring.green()),
                on.blue() * share(mean(skin.light().blue(), site.own()), ring.blue()));
        double difference = Ciede2000.difference(Lab.of(spot), Lab.of(on));
        return spot.luminance() <= on.luminance() ? difference : -difference;
    }

    private static double share(double one, double other) {
        return Math.max(DARKEST, one) / Math.max(DARKEST, other);
    }

    private static double mean(org.dorsum.image.Plane plane, int[] places) {
        double sum = 0;
        for (int p : places) {
            sum += plane.at(p % plane.width(), p / plane.width());
        }
        return sum / places.length;
    }

    private static double median(org.dorsum.image.Plane plane, int[] places) {
        double[] v = Arrays.stream(places)
                .mapToDouble(p -> plane.at(p % plane.width(), p / plane.width()))
                .toArray();
        Arrays.sort(v);
        return v[v.length / 2];
    }

    private static Map<Metric, Outcome> outcomes(
            int photo, List<Site> sites, List<double[]> contrasts, TilePlaces places, double scale) {
        double[] load = new double[places.size()];
        double[] area = new double[places.size()];
        double[] seenArea = new double[places.size()];
        double[] count = new double[places.size()];
        for (int i = 0; i < sites.size(); i++) {
            Regions.Region r = sites.get(i).region();
            double mm2 = r.area() / (scale * scale);
            double de00 = contrasts.get(i)[photo];
            int tile = places.at(r.centre().x(), r.centre().y());
            load[tile] += 100 * mm2 * de00;
            area[tile] += 100 * mm2;
            if (de00 >= SEEN_DE00) {
                seenArea[tile] += 100 * mm2;
                count[tile]++;
            }
        }
        double[] skin = places.areas();
        double[] per10Cm2 = Arrays.stream(skin).map(a -> a / 1000).toArray();
        return Map.of(
                Metric.SPOT_LOAD, places.ratio(load, skin),
                Metric.SPOT_CONTRAST_DE00, places.ratio(load, area),
                Metric.SPOT_AREA_PERCENT, places.ratio(seenArea, skin),
                Metric.SPOT_DENSITY_PER_10CM2, places.ratio(count, per10Cm2),
                Metric.SPOT_COUNT, places.sum(count));
    }

    private static List<SpotChange> changes(
            Skin first, List<Site> sites, List<double[]> contrasts, List<Mask> marked, int earlier) {
        List<SpotChange> changes = new ArrayList<>();
        double scale = first.pixelsPerMm();
        for (int i = 0; i < sites.size(); i++) {
            Site site = sites.get(i);
            double[] c = contrasts.get(i);
            double before = mean(c, 0, earlier);
            double after = mean(c, earlier, c.length);
            double areaBefore = area(site, marked.subList(0, earlier), scale);
            double areaAfter = area(site, marked.subList(earlier, marked.size()), scale);
            outline(site, first)
                    .ifPresent(outline -> changes.add(new SpotChange(
                            outline,
                            first.toHand().apply(site.region().centre()),
                            areaBefore,
                            areaAfter,
                            before,
                            after,
                            fate(before, after, earlier, c.length - earlier))));
        }
        return changes;
    }

    /** What became of a spot, by its contrast within one outline: grown spots fill more of the joined outline. */
    private static SpotChange.Fate fate(double before, double after, int photosBefore, int photosAfter) {
        double deviation = Math.hypot(RESHOT_DE00, RESHOT_SHARE * Math.max(before, after))
                * Math.sqrt((1.0 / photosBefore + 1.0 / photosAfter) / 2);
        if (Math.abs(after - before) <= TWO_SIDED * deviation) {
            return SpotChange.Fate.UNCHANGED;
        }
        if (after < before) {
            return after < SEEN_DE00 / 2 ? SpotChange.Fate.GONE : SpotChange.Fate.FADED;
        }
        return before < SEEN_DE00 / 2 ? SpotChange.Fate.NEW : SpotChange.Fate.GROWN;
    }

    private static java.util.Optional<org.dorsum.image.Polygon> outline(Site site, Skin first) {
        Regions.Region r = site.region();
        java.util.Set<Integer> own = new java.util.HashSet<>();
        Arrays.stream(site.own()).forEach(own::add);
        Mask window = Mask.of(
                r.boxWidth() + 2,
                r.boxHeight() + 2,
                (x, y) -> own.contains((r.top() + y - 1) * first.width() + r.left() + x - 1));
        return Regions.outlines(window).stream()
                .findFirst()
                .map(o -> o.through(
                        org.dorsum.image.Affine.shift(r.left() - 1, r.top() - 1).then(first.toPhoto())));
    }

    private static double area(Site site, List<Mask> marked, double scale) {
        double pixels = 0;
        for (Mask mask : marked) {
            for (int p : site.own()) {
                pixels += mask.at(p % mask.width(), p / mask.width()) ? 1 : 0;
            }
        }
        return pixels / marked.size() / (scale * scale);
    }

    private static double mean(double[] v, int from, int to) {
        return Arrays.stream(v, from, to).average().orElse(0);
    }
}
