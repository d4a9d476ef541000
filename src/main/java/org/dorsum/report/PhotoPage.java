package org.dorsum.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dorsum.assess.Assessment;
import org.dorsum.hand.Zone;
import org.dorsum.image.Affine;
import org.dorsum.image.RgbImage;
import org.dorsum.measure.Metric;
import org.dorsum.measure.NotMeasuredReason;
import org.dorsum.measure.Outcome;
import org.dorsum.photo.Photo;

/** Photos with their values as one self-contained HTML page. Needs no network and no other file. */
public final class PhotoPage {
    private static final int LONGEST_SIDE = 1400;

    private PhotoPage() {}

    /** One photo on the page, without its pixels: small enough to keep while other photos are measured. */
    public static final class Sheet {
        private final View view;
        private final Assessment.Method method;

        private Sheet(View view, Assessment.Method method) {
            this.view = view;
            this.method = method;
        }

        /** The sheet of a photo. */
        public static Sheet of(Photo photo, Assessment a) {
            RgbImage small = Overlay.shrunk(photo.pixels(), LONGEST_SIDE, LONGEST_SIDE);
            Affine toView = Affine.scaling((double) small.width() / photo.width());
            Picture picture = new Picture(
                    DataUri.jpeg(small),
                    SvgMarks.of(Drawing.of(a, toView), small.width(), small.height()),
                    PhotoFacts.label("Photo", a),
                    "The hand in " + PhotoFacts.shortName(a.photo()));
            View view = new View(
                    PhotoFacts.of("Photo", a),
                    picture,
                    small.width(),
                    small.height(),
                    values(a),
                    later(a),
                    ScoreText.lines(a.scores()),
                    a.rejection().orElse(""));
            return new Sheet(view, a.method());
        }
    }

    /** A row of the table of values. */
    record Value(String name, String meaning, String value, String error, String unit, String reason) {}

    /** What the template sees of a sheet. */
    record View(
            PhotoFacts facts,
            Picture picture,
            int width,
            int height,
            List<Value> values,
            String later,
            List<String> scores,
            String rejection) {}

    /** The page of some photos, at least one. */
    public static String html(List<Sheet> sheets) {
        return Page.of(
                "photo", Map.of("sheets", sheets.stream().map(s -> s.view).toList(), "method", sheets.get(0).method));
    }

    private static List<Value> values(Assessment a) {
        List<Value> values = new ArrayList<>();
        for (Zone zone : Zones.headline(a)) {
            for (Metric metric : Metric.headlines()) {
                String name = Wording.name(metric, zone);
                String meaning = Wording.meaning(metric);
                if (a.outcome(zone, metric) instanceof Outcome.Measured m) {
                    int decimals = Numbers.decimalsOf(m.value(), m.standardError());
                    values.add(new Value(
                            name,
                            meaning,
                            Numbers.fixed(m.value(), decimals),
                            Numbers.error(m.value(), m.standardError(), decimals),
                            Wording.unit(metric, a),
                            ""));
                } else if (a.outcome(zone, metric) instanceof Outcome.NotMeasured not
                        && not.reason() != NotMeasuredReason.NOT_YET_AVAILABLE) {
                    values.add(new Value(name, meaning, "", "", "", not.reason().text()));
                }
            }
        }
        return List.copyOf(values);
    }

    /** The metrics that this release does not measure, in words. */
    private static String later(Assessment a) {
        List<String> names = new ArrayList<>();
        for (Zone zone : Zones.headline(a)) {
            for (Metric metric : Metric.headlines()) {
                if (a.outcome(zone, metric) instanceof Outcome.NotMeasured not
                        && not.reason() == NotMeasuredReason.NOT_YET_AVAILABLE) {
                    names.add(Wording.inSentence(metric, zone));
                }
            }
        }
        return String.join(", ", names);
    }
}
