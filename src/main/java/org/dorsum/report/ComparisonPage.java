package org.dorsum.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dorsum.assess.Assessment;
import org.dorsum.compare.Change;
import org.dorsum.compare.Change.Outcome.Compared;
import org.dorsum.compare.Comparability;
import org.dorsum.compare.Comparison;
import org.dorsum.compare.Registration;
import org.dorsum.hand.Hand;
import org.dorsum.image.RgbImage;
import org.dorsum.photo.Photo;

/**
 * A comparison as one self-contained HTML page: the verdict in plain words, both photos under a slider with what was found
 * drawn over them, every change with its interval drawn, limits and provenance. Needs no network and no other file.
 */
public final class ComparisonPage {
    private static final int LONGEST_SIDE = 1400;
    private static final double MARGIN = 0.35; // of the zone, so that knuckles and wrist help to find one's way

    private ComparisonPage() {}

    /** A row of the page's table. */
    record Row(
            String name,
            String meaning,
            String before,
            String after,
            String unit,
            String change,
            String interval,
            String mdc,
            String plot,
            String verdict,
            String kind) {}

    /** Metrics that could not be compared for the same reason. */
    record Missing(String reason, String names) {}

    /**
     * The page.
     *
     * @param before the first photo of the earlier session
     * @param after the first photo of the later session
     */
    public static String html(Comparison comparison, Photo before, Photo after) {
        Map<String, Object> model = new HashMap<>();
        model.put("headline", unbroken(Verdicts.headline(comparison)));
        model.put("kind", kind(comparison));
        model.put(
                "sentences",
                Verdicts.sentences(comparison).stream()
                        .map(ComparisonPage::unbroken)
                        .toList());
        model.put("meaning", unbroken(Verdicts.meaning(comparison)));
        Comparability comparability = comparison.comparability();
        model.put("comparable", Verdicts.comparability(comparability.verdict()));
        model.put("comparability", comparability.verdict().label());
        model.put("reasons", comparability.reasons());
        model.put(
                "fit",
                comparison
                        .registration()
                        .map(ComparisonPage::fit)
                        .map(ComparisonPage::unbroken)
                        .orElse(""));
        model.put("repeatability", unbroken(RepeatabilityNote.sentence(comparison.repeatability())));
        pictures(model, comparison, before, after);
        model.put("map", ChangePicture.of(comparison, before).map(DataUri::jpeg).orElse(""));
        model.put("fates", Verdicts.fates(comparison.map().spots()));
        ForestPlot plot = ForestPlot.of(comparison.changes());
        model.put("axis", plot.axis());
        model.put("rows", rows(comparison.changes(), plot));
        List<Missing> missing = new ArrayList<>();
        Verdicts.notCompared(comparison.changes())
                .forEach((why, metrics) -> missing.add(new Missing(why, String.join(", ", metrics))));
        model.put("missing", missing);
        model.put("photos", photos(comparison));
        model.put("method", comparison.before().get(0).method());
        return Page.of("comparison", model);
    }

    private static void pictures(Map<String, Object> model, Comparison c, Photo before, Photo after) {
        Assessment first = c.before().get(0);
        Assessment later = c.after().get(0);
        Viewport view = viewport(first, before.pixels());
        Viewport afterView = c.registration()
                .map(r -> view.through(r.beforeToAfter()))
                .orElseGet(() -> viewport(later, after.pixels()));
        model.put("aligned", c.registration().isPresent());
        model.put("before", picture("Before", first, before.pixels(), view));
        model.put("after", picture("After", later, after.pixels(), afterView));
        model.put("width", view.width());
        model.put("height", view.height());
    }

    private static Viewport viewport(Assessment assessment, RgbImage photo) {
        return assessment
                .hand()
                .map(Hand::dorsum)
                .map(zone -> Viewport.around(zone, MARGIN, photo, LONGEST_SIDE))
                .orElseGet(() -> Viewport.whole(photo, LONGEST_SIDE));
    }

    private static Picture picture(String role, Assessment assessment, RgbImage photo, Viewport view) {
        return new Picture(
                DataUri.jpeg(view.of(photo)),
                SvgMarks.of(Drawing.of(assessment, view.fromPhoto()), view.width(), view.height()),
                PhotoFacts.label(role, assessment),
                role + ": the back of the hand in " + PhotoFacts.shortName(assessment.photo()));
    }

    private static List<Row> rows(List<Change> changes, ForestPlot plot) {
        List<Row> rows = new ArrayList<>();
        for (Change change : changes) {
            if (change.outcome() instanceof Compared c) {
                int decimals = Numbers.commonDecimals(c.before(), c.after());
                rows.add(new Row(
                        Wording.name(change.metric(), change.zone()),
                        Wording.meaning(change.metric()),
                        Numbers.fixed(c.before(), decimals),
                        Numbers.fixed(c.after(), decimals),
                        Wording.unit(change.metric()),
                        Numbers.signedPercent(c.changePercent()),
                        Numbers.signed(c.lowPercent()) + " to " + Numbers.signedPercent(c.highPercent()),
                        "±" + Numbers.fixed(c.mdcPercent(), 0) + " %",
                        plot.row(c),
                        Wording.verdict(c.verdict()),
                        c.label()));
            }
        }
        return rows;
    }

    private static List<PhotoFacts> photos(Comparison c) {
        List<PhotoFacts> photos = new ArrayList<>();
        c.before().forEach(a -> photos.add(PhotoFacts.of("Before", a)));
        c.after().forEach(a -> photos.add(PhotoFacts.of("After", a)));
        return photos;
    }

    private static String fit(Registration r) {
        return String.format(
                Locale.ROOT,
                "%.0f %% of the measured skin is seen well in both sessions; the photos were laid onto each other to within"
                        + " %.1f mm.",
                r.overlapPercent(),
                Math.max(0.1, r.residualMm()));
    }

    /** No line ends between a number and its unit. */
    private static String unbroken(String text) {
        return text.replace(" %", "\u00a0%").replace(" mm", "\u00a0mm");
    }

    /** Which accent the verdict has: {@code better}, {@code worse}, {@code mixed}, {@code same} or {@code stop}. */
    private static String kind(Comparison c) {
        if (c.comparability().verdict() == Comparability.Verdict.NOT_COMPARABLE) {
            return "stop";
        }
        boolean better = !Verdicts.with(c, Change.Verdict.IMPROVED).isEmpty();
        boolean worse = !Verdicts.with(c, Change.Verdict.WORSE).isEmpty();
        return better && worse ? "mixed" : better ? "better" : worse ? "worse" : "same";
    }
}
