package org.dorsum.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.dorsum.colour.Ciede2000;
import org.dorsum.colour.Lab;
import org.dorsum.measure.Metric;
import org.dorsum.photo.Photo;
import org.dorsum.photo.UnreadablePhotoException;
import org.dorsum.stats.Quantiles;
import org.dorsum.synth.Conditions;
import org.dorsum.synth.ToneTruth;
import org.dorsum.synth.Treatment;

/**
 * Tone and redness with Dorsum's card in the photo, on rendered hands of the six ITA bands under twelve cameras and lights. The truth
 * is once the map of the skin, over an oval, and once what a colourimeter would read off the measured zone: a photo of the
 * same hand under even light without gloss, through a camera that changes nothing.
 */
final class CardAccuracy {
    private static final int CAMERAS = 12;
    private static final int BANDS = ToneCases.ITA.length;
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1200;

    /** One reading beside its truth. */
    private record Reading(int band, double de00, double ita, double rednessPercent) {}

    /** What is true. */
    private record Known(Lab colour, double redness) {}

    private CardAccuracy() {}

    /** How a photo's tone and redness are read; empty where the hand is not found. */
    interface Reader {
        Map<Metric, Double> read(Photo photo);
    }

    static void run(Path cache, Reader reader) throws IOException, UnreadablePhotoException {
        List<Reading> map = new ArrayList<>();
        List<Reading> zone = new ArrayList<>();
        Map<Integer, Known> colourimeter = new HashMap<>();
        for (int camera = 0; camera < CAMERAS; camera++) {
            for (int band = 0; band < BANDS; band++) {
                RenderedCase c = shot(camera, band);
                int hand = hand(camera, band);
                if (!colourimeter.containsKey(hand)) {
                    colourimeter.put(
                            hand, known(reader.read(plain(hand).shot(cache).photo())));
                }
                Map<Metric, Double> read = reader.read(c.shot(cache).photo());
                ToneTruth truth = ToneTruth.of(c.subject(), c.treatment());
                map.add(reading(c.name() + " map", band, read, new Known(truth.colour(), truth.redness())));
                zone.add(reading(c.name() + " zone", band, read, colourimeter.get(hand)));
            }
        }
        summaries("against the map of the skin", map);
        summaries("against a colourimeter on the same zone", zone);
        exposures(cache, reader);
    }

    private static void summaries(String what, List<Reading> all) {
        System.out.println(what);
        for (int band = 0; band < BANDS; band++) {
            int b = band;
            summary(
                    "ITA about " + ToneCases.ITA[band],
                    all.stream().filter(r -> r.band() == b).toList());
        }
        summary("all", all);
    }

    private static int hand(int camera, int band) {
        return band + BANDS * (camera % (ToneCases.HANDS / BANDS));
    }

    /** The hand as a colourimeter sees it. */
    private static RenderedCase plain(int hand) {
        return new RenderedCase(
                "cardplain_" + hand,
                ToneCases.subject(hand),
                Treatment.NONE,
                Conditions.clinic(152_000 + hand, RenderedCase.WIDTH, RenderedCase.HEIGHT)
                        .neutral());
    }

    private static Known known(Map<Metric, Double> read) {
        return new Known(
                new Lab(read.get(Metric.TONE_L), read.get(Metric.TONE_A), read.get(Metric.TONE_B)),
                read.get(Metric.REDNESS_INDEX));
    }

    /** Exposure −0.45 to +0.05 in natural logarithms, casts as from lamp to shade, curves and saturation as phones have. */
    private static RenderedCase shot(int camera, int band) {
        SplittableRandom r = new SplittableRandom(9000 + camera);
        Conditions c = Conditions.clinic(150_000 + camera, WIDTH, HEIGHT)
                .withCard()
                .exposed(
                        Math.exp(-0.45 + 0.5 * r.nextDouble()),
                        Math.exp(0.4 * (r.nextDouble() - 0.5)),
                        Math.exp(0.5 * (r.nextDouble() - 0.5)))
                .developed(0.4 * r.nextDouble(), 0.9 + 0.3 * r.nextDouble());
        return new RenderedCase(
                "card_" + camera + "_" + band, ToneCases.subject(hand(camera, band)), Treatment.NONE, c);
    }

    private static Reading reading(String name, int band, Map<Metric, Double> read, Known truth) {
        if (!read.keySet().containsAll(List.of(Metric.TONE_L, Metric.TONE_A, Metric.TONE_B, Metric.REDNESS_INDEX))) {
            System.out.println(name + " not measured: " + read);
            return new Reading(band, Double.NaN, Double.NaN, Double.NaN);
        }
        Lab lab = new Lab(read.get(Metric.TONE_L), read.get(Metric.TONE_A), read.get(Metric.TONE_B));
        Reading result = new Reading(
                band,
                Ciede2000.difference(lab, truth.colour()),
                read.get(Metric.TONE_ITA_DEG) - truth.colour().ita(),
                100 * (read.get(Metric.REDNESS_INDEX) / truth.redness() - 1));
        System.out.printf(Locale.ROOT, "%s %s read %s true %s%n", name, result, lab, truth.colour());
        return result;
    }

    private static void summary(String what, List<Reading> all) {
        List<Reading> found = all.stream().filter(r -> !Double.isNaN(r.de00())).toList();
        double[] de = found.stream().mapToDouble(Reading::de00).toArray();
        double[] ita = found.stream().mapToDouble(r -> Math.abs(r.ita())).toArray();
        double[] red =
                found.stream().mapToDouble(r -> Math.abs(r.rednessPercent())).toArray();
        System.out.printf(
                Locale.ROOT,
                "%s: %d of %d measured; %s; %s; %s%n",
                what,
                found.size(),
                all.size(),
                spread("dE00", de, 2),
                spread("ITA", ita, 2),
                spread("redness %", red, 5));
    }

    private static String spread(String what, double[] v, double bar) {
        long within = java.util.Arrays.stream(v).filter(x -> x <= bar).count();
        return String.format(
                Locale.ROOT,
                "%s median %.2f, 90 %% %.2f, most %.2f, within %.0f: %d",
                what,
                Quantiles.median(v),
                Quantiles.quantile(v, 0.9),
                Quantiles.quantile(v, 1),
                bar,
                within);
    }

    /** The same hand, half a stop less and more, against the plain exposure. */
    private static void exposures(Path cache, Reader reader) throws IOException, UnreadablePhotoException {
        for (double stops : new double[] {-0.5, 0.5}) {
            List<Double> ita = new ArrayList<>();
            List<Double> red = new ArrayList<>();
            for (int band = 0; band < BANDS; band++) {
                Map<Metric, Double> plain =
                        reader.read(exposed(band, 0).shot(cache).photo());
                Map<Metric, Double> moved =
                        reader.read(exposed(band, stops).shot(cache).photo());
                if (plain.containsKey(Metric.REDNESS_INDEX) && moved.containsKey(Metric.REDNESS_INDEX)) {
                    ita.add(moved.get(Metric.TONE_ITA_DEG) - plain.get(Metric.TONE_ITA_DEG));
                    red.add(100 * (moved.get(Metric.REDNESS_INDEX) / plain.get(Metric.REDNESS_INDEX) - 1));
                }
            }
            System.out.printf(
                    Locale.ROOT, "%+.1f EV, by band: ITA moves %s, redness %% %s%n", stops, rounded(ita), rounded(red));
        }
    }

    private static List<String> rounded(List<Double> values) {
        return values.stream().map(v -> String.format(Locale.ROOT, "%.2f", v)).toList();
    }

    private static RenderedCase exposed(int band, double stops) {
        return new RenderedCase(
                "cardev_" + band + "_" + stops,
                ToneCases.subject(band + BANDS),
                Treatment.NONE,
                Conditions.clinic(151_000 + band, WIDTH, HEIGHT).withCard().exposed(Math.pow(2, stops), 1, 1));
    }
}
