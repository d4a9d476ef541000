package org.dorsum.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dorsum.assess.Assessment;
import org.dorsum.assess.Examination;
import org.dorsum.assess.Scores;
import org.dorsum.hand.Zone;
import org.dorsum.image.Affine;
import org.dorsum.image.RgbImage;
import org.dorsum.measure.Metric;
import org.dorsum.measure.NotMeasuredReason;
import org.dorsum.measure.Outcome;
import org.dorsum.photo.Finding;

/** One photo's part of a report, without its pixels: small enough to keep while other photos are measured. */
public final class PhotoSheet {
    private static final int LONGEST_SIDE = 1400;

    private final View view;
    private final Assessment.Method method;

    private PhotoSheet(View view, Assessment.Method method) {
        this.view = view;
        this.method = method;
    }

    /** A row of the table of values. */
    record Value(String name, String meaning, String value, String error, String unit, String reason) {}

    /** A family in plain words. */
    record Card(String name, List<String> sentences) {}

    /** What the template sees of a sheet; lists of one or none stand for what may be absent. */
    record View(
            PhotoFacts facts,
            Picture picture,
            String headline,
            String rejection,
            boolean alarm,
            List<Card> cards,
            List<String> sure,
            List<String> next,
            List<Value> values,
            String later,
            SpotRows.Found spots,
            List<Picture> maps,
            List<Tables.NormsView> norms) {}

    static PhotoSheet of(Examination e, Words words) {
        Assessment a = e.assessment();
        boolean suspect = a.findings().stream().anyMatch(f -> f.code().equals("clinician-before-treatment"));
        String headline = a.status() == Assessment.Status.REJECTED
                ? "photo.rejected"
                : suspect ? "photo.headline.suspect" : "photo.headline";
        View view = new View(
                PhotoFacts.of(words.get("role.photo"), a, words),
                picture(e, words),
                words.get(headline),
                a.rejection().map(words::said).orElse(""),
                suspect || a.rejection().isPresent(),
                cards(a, words),
                sure(a, words),
                next(a, suspect, words),
                values(a, words),
                later(a, words),
                SpotRows.found(a, words),
                Maps.of(e, words),
                Tables.norms(List.of(a.scores()), words).stream().toList());
        return new PhotoSheet(view, a.method());
    }

    /** What the template of photos is given. */
    static Map<String, Object> model(List<PhotoSheet> sheets) {
        return Map.of("sheets", sheets.stream().map(s -> s.view).toList(), "method", sheets.get(0).method);
    }

    private static Picture picture(Examination e, Words words) {
        RgbImage photo = e.photo().pixels();
        RgbImage small = Overlay.shrunk(photo, LONGEST_SIDE, LONGEST_SIDE);
        Affine toView = Affine.scaling((double) small.width() / photo.width());
        return new Picture(
                DataUri.jpeg(small),
                SvgMarks.of(Drawing.of(e.assessment(), toView), small.width(), small.height()),
                PhotoFacts.label(words.get("role.photo"), e.assessment()),
                words.get("picture.photo", PhotoFacts.shortName(e.assessment().photo())),
                small.width(),
                small.height());
    }

    private static List<Card> cards(Assessment a, Words words) {
        if (a.status() == Assessment.Status.REJECTED) {
            return List.of();
        }
        return List.of(
                card(a, Scores.Family.TEXTURE, Family.TEXTURE, Metric.ROUGHNESS_INDEX, words),
                card(a, Scores.Family.LINES, Family.LINES, Metric.LINE_DENSITY_MM_PER_CM2, words),
                card(a, Scores.Family.SPOTS, Family.SPOTS, Metric.SPOT_COUNT, words),
                card(a, Scores.Family.TONE, Family.TONE, Metric.TONE_UNEVENNESS_DE00, words));
    }

    private static Card card(Assessment a, Scores.Family scored, Family family, Metric metric, Words words) {
        Wording wording = new Wording(words);
        List<String> sentences = new ArrayList<>();
        if (a.outcome(Zone.DORSUM, metric) instanceof Outcome.Measured m) {
            String number = words.fixed(
                    m.value(),
                    m.value() == Math.rint(m.value()) ? 0 : Numbers.decimalsOf(m.value(), m.standardError()));
            sentences.add(words.get("photo.plain.value", wording.name(metric), number, wording.unit(metric))
                            .strip() + ".");
        } else if (a.outcome(Zone.DORSUM, metric) instanceof Outcome.NotMeasured not) {
            sentences.add(words.get("photo.plain.none", words.said(not.reason().text())));
        }
        Scores.Score score = a.scores().of(scored);
        if (score instanceof Scores.Score.Given g) {
            sentences.add(words.get("photo.plain.more." + family.label(), words.fixed(g.value(), 0)));
            sentences.add(words.get("photo.plain.interval", words.fixed(g.low(), 0), words.fixed(g.high(), 0)));
        } else if (score instanceof Scores.Score.Absent absent) {
            sentences.add(words.get("photo.plain.noScore", words.said(absent.text())));
        }
        return new Card(words.get("photo.card." + family.label()), sentences);
    }

    private static List<String> sure(Assessment a, Words words) {
        List<String> sure = new ArrayList<>();
        a.findings().stream()
                .filter(f -> f.severity() != Finding.Severity.INFO)
                .forEach(f -> sure.add(words.said(f.message())));
        if (a.status() == Assessment.Status.MEASURED) {
            if (sure.isEmpty()) {
                sure.add(words.get("photo.sure.none"));
            }
            ScoreText.cohort(a.scores(), words).ifPresent(group -> sure.add(words.get("photo.sure.group", group)));
            sure.add(words.get("photo.sure.error"));
        }
        return sure;
    }

    private static List<String> next(Assessment a, boolean suspect, Words words) {
        List<String> next = new ArrayList<>();
        if (suspect) {
            next.add(words.get("photo.next.clinician"));
        }
        if (SpotRows.dark(a)) {
            next.add(words.get("next.dark"));
        }
        a.findings().stream()
                .filter(f -> f.severity() != Finding.Severity.INFO && !f.code().equals("clinician-before-treatment"))
                .map(f -> words.said(f.advice()))
                .distinct()
                .forEach(next::add);
        if (a.status() == Assessment.Status.MEASURED) {
            next.add(words.get("photo.next.again"));
            if (a.findings().stream().anyMatch(f -> f.code().equals("scale-estimated"))) {
                next.add(words.get("photo.next.card"));
            }
        }
        return next;
    }

    private static List<Value> values(Assessment a, Words words) {
        Wording wording = new Wording(words);
        List<Value> values = new ArrayList<>();
        for (Zone zone : Zones.headline(a)) {
            for (Metric metric : Metric.headlines()) {
                String name = wording.name(metric, zone);
                String meaning = wording.meaning(metric);
                if (a.outcome(zone, metric) instanceof Outcome.Measured m) {
                    int decimals = Numbers.decimalsOf(m.value(), m.standardError());
                    values.add(new Value(
                            name,
                            meaning,
                            words.fixed(m.value(), decimals),
                            words.error(m.value(), m.standardError(), decimals),
                            wording.unit(metric, a),
                            ""));
                } else {
                    missing(a, zone, metric)
                            .filter(reason -> reason != NotMeasuredReason.NOT_YET_AVAILABLE)
                            .ifPresent(reason ->
                                    values.add(new Value(name, meaning, "", "", "", words.said(reason.text()))));
                }
            }
        }
        return List.copyOf(values);
    }

    private static Optional<NotMeasuredReason> missing(Assessment a, Zone zone, Metric metric) {
        return a.outcome(zone, metric) instanceof Outcome.NotMeasured not
                ? Optional.of(not.reason())
                : Optional.empty();
    }

    /** The metrics that this release does not measure, in words. */
    private static String later(Assessment a, Words words) {
        Wording wording = new Wording(words);
        List<String> names = new ArrayList<>();
        for (Zone zone : Zones.headline(a)) {
            for (Metric metric : Metric.headlines()) {
                missing(a, zone, metric)
                        .filter(reason -> reason == NotMeasuredReason.NOT_YET_AVAILABLE)
                        .ifPresent(reason -> names.add(wording.inSentence(metric, zone)));
            }
        }
        return String.join(", ", names);
    }
}
