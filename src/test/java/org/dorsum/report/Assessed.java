package org.dorsum.report;

import java.util.List;
import java.util.Optional;
import org.dorsum.assess.Assessment;
import org.dorsum.assess.Assessor;
import org.dorsum.assess.Examination;
import org.dorsum.compare.Change;
import org.dorsum.compare.ChangeMap;
import org.dorsum.compare.Comparability;
import org.dorsum.compare.Comparison;
import org.dorsum.compare.Registration;
import org.dorsum.compare.Repeatability;
import org.dorsum.compare.SpotChange;
import org.dorsum.hand.Zone;
import org.dorsum.image.Affine;
import org.dorsum.image.Point;
import org.dorsum.image.Polygon;
import org.dorsum.image.RgbImage;
import org.dorsum.measure.Metric;
import org.dorsum.photo.Finding;
import org.dorsum.photo.Photo;
import org.dorsum.support.EllipseHandFinder;
import org.dorsum.support.Pictures;

/** Assessments and comparisons for the tests of this package. */
final class Assessed {
    static final RgbImage SKIN = Pictures.skin(1);

    private Assessed() {}

    static Photo photo(String name) {
        return Pictures.photo(name, SKIN);
    }

    static Assessment of(Photo photo) {
        return Assessor.with(new EllipseHandFinder()).assess(photo);
    }

    static Examination examination(String name) {
        return Assessor.with(new EllipseHandFinder()).examine(photo(name));
    }

    static PhotoResult result(String file) {
        Assessment a = of(photo(file));
        return new PhotoResult(file, PhotoResult.Labels.none(), a.method(), new PhotoResult.Outcome.Assessed(a));
    }

    static PhotoResult failed(String file, String reason) {
        return new PhotoResult(
                file,
                new PhotoResult.Labels(Optional.of("A \"17\""), Optional.of("2, spring"), Optional.of("left")),
                new Assessment.Method("1.2.3", "cd".repeat(32), "ef".repeat(32)),
                new PhotoResult.Outcome.Failed(reason, Optional.of("12".repeat(32))));
    }

    /** Roughness better, spot count worse, line width the same, veins not compared. */
    static Comparison comparison(String before, String after) {
        return new Comparison(
                List.of(of(photo(before))),
                List.of(of(photo(after))),
                new Comparability(
                        Comparability.Verdict.LIMITED,
                        List.of(new Finding(
                                "light-differs", Finding.Severity.WARNING, "The light differs.", "Use the same."))),
                Optional.of(new Registration(Affine.shift(4, -3), 91.25, 0.125, 0.25, 0.5)),
                List.of(
                        change(Metric.ROUGHNESS_INDEX, 10, 8.2, -18, -25, -11, 12, Change.Verdict.IMPROVED),
                        change(Metric.SPOT_COUNT, 4, 9, 125, 60, 190, 55, Change.Verdict.WORSE),
                        change(Metric.LINE_WIDTH_MM, 0.4, 0.39, -2.5, -9, 4, 14, Change.Verdict.NO_DETECTABLE_CHANGE),
                        new Change(
                                Zone.DORSUM,
                                Metric.VEIN_VISIBILITY,
                                new Change.Outcome.NotCompared("not-yet-available", "not yet available"))),
                Repeatability.shippedTable(),
                new ChangeMap(
                        List.of(
                                spot(40, 60, 3.1, 2.9, 6.2, 4.1, SpotChange.Fate.FADED),
                                spot(70, 30, 1.2, 0, 3.4, 0.6, SpotChange.Fate.GONE)),
                        List.of(new ChangeMap.Square(square(30, 50), -22), new ChangeMap.Square(square(70, 50), 9))));
    }

    static Comparison incomparable(String before, String after) {
        return new Comparison(
                List.of(of(photo(before))),
                List.of(of(photo(after))),
                new Comparability(
                        Comparability.Verdict.NOT_COMPARABLE,
                        List.of(new Finding("palm", Finding.Severity.ERROR, "One is a palm.", "Turn it over."))),
                Optional.empty(),
                List.of(),
                Repeatability.shippedTable());
    }

    private static Polygon square(double x, double y) {
        return new Polygon(
                List.of(new Point(x, y), new Point(x + 40, y), new Point(x + 40, y + 40), new Point(x, y + 40)));
    }

    private static SpotChange spot(
            double x,
            double y,
            double areaBefore,
            double areaAfter,
            double de00Before,
            double de00After,
            SpotChange.Fate fate) {
        Polygon outline = new Polygon(List.of(new Point(x, y), new Point(x + 12, y), new Point(x + 6, y + 12)));
        return new SpotChange(outline, new Point(x / 8, y / 8), areaBefore, areaAfter, de00Before, de00After, fate);
    }

    private static Change change(
            Metric metric,
            double before,
            double after,
            double percent,
            double low,
            double high,
            double mdc,
            Change.Verdict verdict) {
        return new Change(
                Zone.DORSUM, metric, new Change.Outcome.Compared(before, after, percent, low, high, mdc, verdict));
    }
}
