package org.dorsum.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dorsum.assess.Assessment;
import org.dorsum.assess.Examination;
import org.dorsum.compare.Change;
import org.dorsum.compare.Change.Outcome.Compared;
import org.dorsum.compare.Comparability;
import org.dorsum.compare.Comparison;
import org.dorsum.compare.Registration;
import org.dorsum.hand.Hand;
import org.dorsum.image.RgbImage;

/**
 * What the template of a comparison is given: in plain words what changed, how sure that is and what next, both photos under a slider;
 * then every change with its interval drawn, spots one by one, maps, norms, repeatability, limits and provenance.
 */
final class ComparisonPage {
    private static final int LONGEST_SIDE = 1400;
    private static final double MARGIN = 0.35; // of the zone, so that knuckles and wrist help to find one's way

    private final Comparison comparison;
    private final Words words;
    private final Wording wording;
    private final Verdicts verdicts;

    ComparisonPage(Comparison comparison, Words words) {
        this.comparison = comparison;
        this.words = words;
        this.wording = new Wording(words);
        this.verdicts = new Verdicts(words);
    }

    /** A row of the page's table. */
    record Row(
            String name,
            String meaning,
            String before,
            String after,
            String unit,
            String change,
            String interval,
            String limit,
            String plot,
            String verdict,
            String kind) {}

    /** Metrics that could not be compared for the same reason. */
    record Missing(String reason, String names) {}

    Map<String, Object> model(Examination before, Examination after) {
        Map<String, Object> model = new HashMap<>();
        List<Glance> glances = impossible() ? List.of() : Glance.of(comparison.changes(), words);
        String plain = Glance.headline(glances, "headline.", words);
        model.put("headline", plain.isEmpty() ? verdicts.headline(comparison) : plain);
        model.put("detail", plain.isEmpty() ? "" : unbroken(verdicts.headline(comparison)));
        model.put("kind", kind());
        model.put("meaning", unbroken(verdicts.meaning(comparison)));
        model.put("glances", glances);
        model.put("sure", sure());
        model.put("next", next());
        model.put(
                "sentences",
                verdicts.sentences(comparison).stream()
                        .map(ComparisonPage::unbroken)
                        .toList());
        Comparability comparability = comparison.comparability();
        model.put("comparable", verdicts.comparability(comparability.verdict()));
        model.put("comparability", comparability.verdict().label());
        model.put("reasons", PhotoFacts.said(comparability.reasons(), words));
        model.put(
                "fit",
                comparison
                        .registration()
                        .map(this::fit)
                        .map(ComparisonPage::unbroken)
                        .orElse(""));
        pictures(model, before, after);
        model.put(
                "map",
                ChangePicture.of(comparison, before.photo(), words)
                        .map(image -> new Picture(
                                DataUri.jpeg(image), "", "", words.get("map.alt"), image.width(), image.height()))
                        .stream()
                        .toList());
        model.put("fates", verdicts.fates(comparison.map().spots()));
        model.put("spots", SpotRows.changed(comparison.map().spots(), words));
        ForestPlot plot = ForestPlot.of(comparison.changes(), words);
        model.put("axis", plot.axis());
        model.put("rows", rows(plot));
        List<Missing> missing = new ArrayList<>();
        verdicts.notCompared(comparison.changes())
                .forEach((why, metrics) -> missing.add(new Missing(why, String.join(", ", metrics))));
        model.put("missing", missing);
        model.put("photos", photos());
        model.put("mapsBefore", Maps.of(before, words));
        model.put("mapsAfter", Maps.of(after, words));
        model.put(
                "norms",
                impossible() // scores side by side would be the comparison that is refused
                        ? List.of()
                        : Tables.norms(all().map(Assessment::scores).toList(), words).stream()
                                .toList());
        model.put(
                "normsHeads",
                photos().stream().map(p -> p.role() + ": " + p.name()).toList());
        model.put("repeat", Tables.repeatability(comparison.repeatability(), words));
        model.put("shipped", comparison.repeatability().shipped());
        model.put("method", comparison.before().get(0).method());
        return model;
    }

    private Stream<Assessment> all() {
        return Stream.concat(comparison.before().stream(), comparison.after().stream());
    }

    private boolean impossible() {
        return comparison.comparability().verdict() == Comparability.Verdict.NOT_COMPARABLE;
    }

    private List<String> sure() {
        List<String> sure = new ArrayList<>();
        Comparability.Verdict verdict = comparison.comparability().verdict();
        String fit = comparison.registration().map(r -> " " + fit(r)).orElse("");
        sure.add(unbroken(verdicts.comparability(verdict) + "." + fit));
        if (impossible()) {
            comparison.comparability().reasons().forEach(r -> sure.add(words.said(r.message())));
            return sure;
        }
        if (verdict == Comparability.Verdict.LIMITED) {
            sure.add(words.get("sure.limited"));
        }
        int before = comparison.before().size();
        int after = comparison.after().size();
        sure.add(
                before == 1 && after == 1
                        ? words.get("sure.photos.one")
                        : words.get("sure.photos.many", before, after));
        sure.add(words.get("sure.bar"));
        return sure;
    }

    private List<String> next() {
        List<String> next = new ArrayList<>();
        if (all().anyMatch(a -> a.findings().stream().anyMatch(f -> f.code().equals("clinician-before-treatment")))) {
            next.add(words.get("next.clinician"));
        }
        if (all().anyMatch(SpotRows::dark)) {
            next.add(words.get("next.dark"));
        }
        comparison.comparability().reasons().stream()
                .map(r -> words.said(r.advice()))
                .distinct()
                .forEach(next::add);
        if (impossible()) {
            next.add(words.get("next.impossible"));
            return next;
        }
        boolean better = !Verdicts.with(comparison, Change.Verdict.IMPROVED).isEmpty();
        boolean worse = !Verdicts.with(comparison, Change.Verdict.WORSE).isEmpty();
        if (worse) {
            next.add(words.get("next.worse"));
        }
        if (better) {
            next.add(words.get("next.improved"));
        }
        if (!better && !worse) {
            next.add(words.get("next.same"));
        }
        return next;
    }

    private void pictures(Map<String, Object> model, Examination before, Examination after) {
        Viewport view = viewport(before);
        Viewport afterView = comparison
                .registration()
                .map(r -> view.through(r.beforeToAfter()))
                .orElseGet(() -> viewport(after));
        model.put("aligned", comparison.registration().isPresent());
        model.put("before", picture("before", before, view));
        model.put("after", picture("after", after, afterView));
    }

    private static Viewport viewport(Examination e) {
        RgbImage photo = e.photo().pixels();
        return e.assessment()
                .hand()
                .map(Hand::dorsum)
                .map(zone -> Viewport.around(zone, MARGIN, photo, LONGEST_SIDE))
                .orElseGet(() -> Viewport.whole(photo, LONGEST_SIDE));
    }

    private Picture picture(String role, Examination e, Viewport view) {
        Assessment a = e.assessment();
        return new Picture(
                DataUri.jpeg(view.of(e.photo().pixels())),
                SvgMarks.of(Drawing.of(a, view.fromPhoto()), view.width(), view.height()),
                PhotoFacts.label(words.get("role." + role), a),
                words.get("picture." + role, PhotoFacts.shortName(a.photo())),
                view.width(),
                view.height());
    }

    private List<Row> rows(ForestPlot plot) {
        List<Row> rows = new ArrayList<>();
        for (Change change : comparison.changes()) {
            if (change.outcome() instanceof Compared c) {
                int decimals = Numbers.commonDecimals(c.before(), c.after());
                rows.add(new Row(
                        wording.name(change.metric(), change.zone()),
                        wording.meaning(change.metric()),
                        words.fixed(c.before(), decimals),
                        words.fixed(c.after(), decimals),
                        wording.unit(change.metric()),
                        words.signedPercent(c.changePercent()),
                        words.interval(c.lowPercent(), c.highPercent()),
                        unbroken(words.get("comparison.limit", words.fixed(c.mdcPercent(), 0))),
                        plot.row(c),
                        wording.verdict(c.verdict()),
                        c.label()));
            }
        }
        return rows;
    }

    private List<PhotoFacts> photos() {
        List<PhotoFacts> photos = new ArrayList<>();
        comparison.before().forEach(a -> photos.add(PhotoFacts.of(words.get("role.before"), a, words)));
        comparison.after().forEach(a -> photos.add(PhotoFacts.of(words.get("role.after"), a, words)));
        return photos;
    }

    private String fit(Registration r) {
        return words.get(
                "comparison.fit", words.fixed(r.overlapPercent(), 0), words.fixed(Math.max(0.1, r.residualMm()), 1));
    }

    /** No line ends between a number and its unit. */
    static String unbroken(String text) {
        return text.replace(" %", "\u00a0%").replace(" mm", "\u00a0mm");
    }

    /** Which accent the verdict has: {@code better}, {@code worse}, {@code mixed}, {@code same} or {@code stop}. */
    private String kind() {
        if (impossible()) {
            return "stop";
        }
        boolean better = !Verdicts.with(comparison, Change.Verdict.IMPROVED).isEmpty();
        boolean worse = !Verdicts.with(comparison, Change.Verdict.WORSE).isEmpty();
        return better && worse ? "mixed" : better ? "better" : worse ? "worse" : "same";
    }
}
