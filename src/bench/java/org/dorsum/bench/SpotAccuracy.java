package org.dorsum.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.dorsum.colour.ItaBand;
import org.dorsum.hand.HandFinder;
import org.dorsum.hand.ScaleHint;
import org.dorsum.hand.Zone;
import org.dorsum.image.Affine;
import org.dorsum.image.Mask;
import org.dorsum.image.Point;
import org.dorsum.image.Polygon;
import org.dorsum.image.Regions;
import org.dorsum.measure.Mark;
import org.dorsum.measure.Metric;
import org.dorsum.measure.Outcome;
import org.dorsum.measure.Spots;
import org.dorsum.photo.Photo;
import org.dorsum.photo.PhotoReader;
import org.dorsum.photo.UnreadablePhotoException;
import org.dorsum.skin.Flattener;
import org.dorsum.skin.Skin;
import org.dorsum.stats.Quantiles;
import org.dorsum.synth.Adornment;
import org.dorsum.synth.Conditions;
import org.dorsum.synth.HandRenderer;
import org.dorsum.synth.RenderedHand;
import org.dorsum.synth.Subject;
import org.dorsum.synth.Treatment;
import org.dorsum.synth.Treatment.Effect;
import org.jspecify.annotations.Nullable;

/**
 * Spots found on rendered hands against their truth: up to 24 hands of 40 to 77 years, four of each ITA band, at six numbers of
 * spots, each in a new clinic photo at the truth's scale; and what else moves their load.
 *
 * <p>Arguments: a folder that keeps rendered photos, {@code dose} or {@code crosstalk}, first hand, hand after the last.
 */
public final class SpotAccuracy {
    private static final double[] ITA = {58, 48, 35, 19, -8, -42}; // one in each band
    private static final double[] LEVELS = {0, 0.3, 0.7, 1.2, 2, 3}; // times the spots usual at that age
    private static final double LEAST_CONTRAST = 3; // of the true spots that must be found
    private static final double LEAST_DIAMETER_MM = 0.8;
    private static final double LEAST_OVERLAP = 0.3;
    private static final double SEEN = 0.5; // of a true spot must lie in the zone for it to count

    private final HandFinder finder = Hands11k.finder();
    private final Path cache;
    private final Map<ItaBand, int[]> counts = new LinkedHashMap<>(); // found, false, missed
    private final int[][] byLevel = new int[LEVELS.length][3];
    private final List<Double> areaErrors = new ArrayList<>();
    private final List<double[]> loads = new ArrayList<>();

    private SpotAccuracy(Path cache) {
        this.cache = cache;
    }

    /** One true spot on the laid-out skin. */
    private record TrueSpot(Mask mask, double contrast, boolean counts) {}

    /** A laid-out photo with its true spots. */
    private record Laid(Skin skin, List<TrueSpot> spots) {}

    /** Renders, measures and prints. */
    public static void main(String[] args) throws IOException, UnreadablePhotoException {
        SpotAccuracy bench = new SpotAccuracy(Path.of(args[0]));
        int from = Integer.parseInt(args[2]);
        int to = Integer.parseInt(args[3]);
        if (args[1].equals("dose")) {
            bench.dose(from, to);
        } else {
            bench.crosstalk(from, to);
        }
    }

    static Subject subject(int hand, double spots) {
        Subject s = Subject.random(300 + hand).withIta(ITA[hand % 6]);
        double hair = new double[] {0, 4, 10, 8}[hand / 6 % 4];
        double shade = hand / 6 % 4 == 3 ? 0.4 + 0.02 * hand : 0.1;
        boolean freckled = hand % 6 < 2 && hand / 6 % 2 == 1;
        return new Subject(
                300 + hand,
                s.left(),
                s.ita(),
                s.blood(),
                40 + 1.6 * hand,
                s.roughness(),
                s.lines(),
                spots,
                freckled ? (int) (40 * spots) : 0,
                s.dryness(),
                s.veins(),
                hair,
                shade,
                s.oiliness(),
                s.scars(),
                Adornment.NONE);
    }

    private void dose(int from, int to) throws IOException, UnreadablePhotoException {
        for (int hand = from; hand < to; hand++) {
            for (int level = 0; level < LEVELS.length; level++) {
                String name = "r_" + hand + "_" + level;
                Conditions c = Conditions.clinic(17000 + 31L * hand + level, 1600, 1200);
                Laid laid = laid(name, subject(hand, LEVELS[level]), Treatment.NONE, c);
                if (laid != null) {
                    compare(name, laid, ItaBand.of(ITA[hand % 6]), level);
                }
            }
        }
        int[] all = new int[3];
        counts.forEach((band, n) -> {
            System.out.println(band + line(n));
            for (int i = 0; i < 3; i++) {
                all[i] += n[i];
            }
        });
        for (int level = 0; level < LEVELS.length; level++) {
            System.out.println("level " + LEVELS[level] + line(byLevel[level]));
        }
        System.out.println("all" + line(all));
        System.out.printf(
                Locale.ROOT,
                "area: median error %.1f %%; load: Spearman %.3f over %d photos; false load without spots: %s%n",
                100 * Quantiles.median(areaErrors.stream().mapToDouble(v -> v).toArray()),
                new SpearmansCorrelation()
                        .correlation(
                                loads.stream().mapToDouble(p -> p[0]).toArray(),
                                loads.stream().mapToDouble(p -> p[1]).toArray()),
                loads.size(),
                Arrays.toString(loads.stream()
                        .filter(p -> p[0] == 0)
                        .mapToDouble(p -> p[1])
                        .toArray()));
    }

    private static String line(int[] n) {
        return String.format(
                Locale.ROOT,
                ": found %d, false %d, missed %d, F1 %.3f",
                n[0],
                n[1],
                n[2],
                2.0 * n[0] / Math.max(1, 2 * n[0] + n[1] + n[2]));
    }

    private void compare(String name, Laid laid, ItaBand band, int level) {
        Skin skin = laid.skin();
        Mask usable = skin.usable(Zone.DORSUM);
        int[] n = new int[3];
        double trueLoad = 0;
        for (TrueSpot t : laid.spots()) {
            trueLoad += 100 * t.contrast() * t.mask().and(usable).count() / usable.count();
        }
        Spots.Result result = Spots.withDefaults().measure(skin, Zone.DORSUM);
        Set<TrueSpot> used = new HashSet<>();
        for (Mark.Spot spot : result.spots()) {
            Mask found = Regions.inside(spot.outline().through(skin.toPhoto().inverse()), skin.width(), skin.height())
                    .and(usable);
            TrueSpot best = null;
            double most = 0;
            for (TrueSpot t : laid.spots()) {
                int both = t.mask().and(found).count();
                double overlap = both == 0
                        ? 0
                        : both / (double) t.mask().and(usable).or(found).count();
                if (overlap > most) {
                    most = overlap;
                    best = t;
                }
            }
            if (best == null || most < LEAST_OVERLAP || !used.add(best)) {
                n[1]++;
            } else if (best.counts()) {
                n[0]++;
                areaErrors.add(Math.abs(
                        found.count() / (double) best.mask().and(usable).count() - 1));
            }
        }
        for (TrueSpot t : laid.spots()) {
            n[2] += t.counts() && !used.contains(t) ? 1 : 0;
        }
        double load = load(result);
        if (!Double.isNaN(load)) {
            loads.add(new double[] {trueLoad, load});
        }
        System.out.printf(Locale.ROOT, "%s%s, load %.2f -> %.2f%n", name, line(n), trueLoad, load);
        for (int i = 0; i < 3; i++) {
            counts.computeIfAbsent(band, b -> new int[3])[i] += n[i];
            byLevel[level][i] += n[i];
        }
    }

    private static double load(Spots.Result result) {
        return result.measurements().stream()
                .filter(m -> m.metric() == Metric.SPOT_LOAD)
                .mapToDouble(m -> m.outcome() instanceof Outcome.Measured v ? v.value() : Double.NaN)
                .findFirst()
                .orElse(Double.NaN);
    }

    private void crosstalk(int from, int to) throws IOException, UnreadablePhotoException {
        Map<String, List<Double>> moves = new LinkedHashMap<>();
        for (int hand = from; hand < to; hand++) {
            Subject s = subject(hand, 1.2).withHair(0, 0.1);
            Conditions c = Conditions.clinic(47000 + 31L * hand, 1600, 1200);
            double base = one("c_" + hand + "_base", s, Treatment.NONE, c);
            for (Map.Entry<String, Change> e : changes(s, c).entrySet()) {
                Change x = e.getValue();
                double v = one("c_" + hand + "_" + e.getKey(), x.subject(), x.treatment(), x.conditions());
                moves.computeIfAbsent(e.getKey(), k -> new ArrayList<>()).add(100 * (v / base - 1));
                System.out.printf(Locale.ROOT, "%d %s %.2f -> %.2f%n", hand, e.getKey(), base, v);
            }
        }
        moves.forEach((what, m) -> System.out.printf(
                Locale.ROOT,
                "%s: median of moves %+.1f %%, of their sizes %.1f %%, largest %.1f %%%n",
                what,
                Quantiles.median(m.stream().mapToDouble(v -> v).toArray()),
                Quantiles.median(m.stream().mapToDouble(Math::abs).toArray()),
                m.stream().mapToDouble(Math::abs).max().getAsDouble()));
    }

    private record Change(Subject subject, Treatment treatment, Conditions conditions) {}

    private static Map<String, Change> changes(Subject s, Conditions c) {
        Treatment none = Treatment.NONE;
        Map<String, Change> all = new LinkedHashMap<>();
        all.put("relief-70", new Change(s, none.with(Effect.ROUGHNESS, -70), c));
        all.put("relief+80", new Change(s, none.with(Effect.ROUGHNESS, 80), c));
        all.put("lines-100", new Change(s, none.with(Effect.LINES, -100), c));
        all.put("lines+80", new Change(s, none.with(Effect.LINES, 80), c));
        all.put("hair+8", new Change(s.withHair(8, 0.05), none, c));
        all.put("white-hair+20", new Change(s.withHair(20, 0.9), none, c));
        for (int azimuth : new int[] {0, 120, 240}) {
            all.put("light-" + azimuth, new Change(s, none, c.litFrom(azimuth, 55)));
        }
        all.put("redness+100", new Change(s, none.with(Effect.REDNESS, 100), c));
        all.put("-0.5EV", new Change(s, none, c.exposed(Math.sqrt(0.5), 1, 1)));
        all.put("+0.5EV", new Change(s, none, c.exposed(Math.sqrt(2), 1, 1)));
        return all;
    }

    private double one(String name, Subject s, Treatment t, Conditions c) throws IOException, UnreadablePhotoException {
        Laid laid = laid(name, s, t, c);
        return laid == null ? Double.NaN : load(Spots.withDefaults().measure(laid.skin(), Zone.DORSUM));
    }

    private @Nullable Laid laid(String name, Subject s, Treatment t, Conditions c)
            throws IOException, UnreadablePhotoException {
        Path jpeg = cache.resolve(name + ".jpg");
        Path json = cache.resolve(name + ".truth.json");
        if (!Files.exists(json)) {
            RenderedHand r = HandRenderer.withDefaults().render(s, t, c, name + ".jpg");
            Files.createDirectories(cache);
            Files.write(jpeg, r.jpeg());
            Files.write(json, r.truth().json());
        }
        JsonNode truth = new ObjectMapper().readTree(json.toFile());
        Photo photo = PhotoReader.withDefaults().read(jpeg);
        ScaleHint scale =
                ScaleHint.none().withPixelsPerMm(truth.get("pixelsPerMm").asDouble());
        if (!(finder.find(photo, scale) instanceof HandFinder.Outcome.Found f)) {
            return null;
        }
        return Flattener.withDefaults()
                .flatten(photo, f.hand())
                .map(skin -> new Laid(skin, spots(truth, skin)))
                .orElse(null);
    }

    private static List<TrueSpot> spots(JsonNode truth, Skin skin) {
        Affine toSkin = skin.toPhoto().inverse();
        Mask usable = skin.usable(Zone.DORSUM);
        List<TrueSpot> all = new ArrayList<>();
        for (JsonNode spot : truth.get("spots")) {
            List<Point> outline = new ArrayList<>();
            spot.get("outline")
                    .forEach(p ->
                            outline.add(new Point(p.get(0).asDouble(), p.get(1).asDouble())));
            if (outline.size() < 3) {
                continue;
            }
            Mask mask = Regions.inside(new Polygon(outline).through(toSkin), skin.width(), skin.height());
            int pixels = mask.count();
            double diameter = Math.sqrt(4 * pixels / Math.PI) / skin.pixelsPerMm();
            double contrast = spot.get("deltaE00").asDouble();
            boolean counts = contrast >= LEAST_CONTRAST
                    && diameter >= LEAST_DIAMETER_MM
                    && mask.and(usable).count() >= SEEN * pixels;
            if (mask.and(usable).count() > 0) {
                all.add(new TrueSpot(mask, contrast, counts));
            }
        }
        return all;
    }
}
