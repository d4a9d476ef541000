package org.dorsum.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.dorsum.assess.Assessment;
import org.dorsum.assess.Assessor;
import org.dorsum.compare.Repeatability;
import org.dorsum.compare.RepeatabilityFile;
import org.dorsum.compare.RepeatabilityStudy;
import org.dorsum.compare.RepeatabilityStudy.Reshot;
import org.dorsum.hand.Zone;
import org.dorsum.measure.Metric;
import org.dorsum.measure.Outcome;
import org.dorsum.photo.PhotoReader;
import org.dorsum.photo.UnreadablePhotoException;
import org.dorsum.stats.Estimate;

/**
 * How much each metric moves when the same hand is photographed again, beside how much it differs between hands; writes the table of repeatability that comes along. Arguments: the
 * day, the file (default {@code src/main/resources/org/dorsum/compare/repeatability-hands11k.csv}), how many photos at most.
 */
public final class ReshotVariation {
    private static final Path SHIPPED = Path.of("src/main/resources/org/dorsum/compare/repeatability-hands11k.csv");

    private ReshotVariation() {}

    /** Measures the backs of hands of the 11K Hands set, prints one line a metric and writes the table. */
    public static void main(String[] args) throws IOException, UnreadablePhotoException {
        Assessor assessor = Assessor.with(Hands11k.finder());
        List<Reshot> reshots = new ArrayList<>();
        long most = args.length > 2 ? Long.parseLong(args[2]) : Long.MAX_VALUE;
        for (CSVRecord photo : Hands11k.subjects()) {
            if (photo.get("aspect").equals("dorsal") && reshots.size() < most) {
                Assessment a =
                        assessor.assess(PhotoReader.withDefaults().read(Hands11k.FOLDER.resolve(photo.get("file"))));
                Map<Metric, Double> values = new EnumMap<>(Metric.class);
                for (Metric metric : Metric.values()) {
                    if (a.outcome(Zone.DORSUM, metric) instanceof Outcome.Measured m) {
                        values.put(metric, m.value());
                    }
                }
                reshots.add(new Reshot(photo.get("subject"), "", photo.get("hand"), values));
            }
        }
        RepeatabilityStudy study = RepeatabilityStudy.of(
                new Repeatability.Source(
                        "hands11k",
                        args.length > 0 ? args[0] : "",
                        "one camera, 1600 x 1200, JPEG",
                        "freehand from above on white paper, about 6 px/mm, fingers spread or closed",
                        0,
                        0,
                        assessor.method().toolVersion(),
                        assessor.method().settingsSha256()),
                reshots);
        Files.writeString(args.length > 1 ? Path.of(args[1]) : SHIPPED, RepeatabilityFile.write(study));
        System.out.println(
                "metric                       hands photos  mean      within CV %           between CV %  ICC(1,1)");
        study.rows().forEach(ReshotVariation::print);
    }

    private static void print(RepeatabilityStudy.Row row) {
        row.within().ifPresent(w -> {
            SummaryStatistics means = new SummaryStatistics();
            row.pairs().forEach(p -> means.addValue((p.first() + p.second()) / 2));
            System.out.printf(
                    Locale.ROOT,
                    "%-28s %5d %6d  %-9.4g %-21s %12.1f  %s%n",
                    row.metric().label(),
                    w.groups(),
                    w.values(),
                    w.mean(),
                    text(w.variation(), 100, 1),
                    100 * means.getStandardDeviation() / Math.abs(means.getMean()),
                    text(row.icc11(), 1, 2));
        });
    }

    private static String text(Optional<Estimate> e, double factor, int decimals) {
        String form = "%." + decimals + "f (%." + decimals + "f to %." + decimals + "f)";
        return e.map(v -> String.format(Locale.ROOT, form, factor * v.value(), factor * v.low(), factor * v.high()))
                .orElse("-");
    }
}
