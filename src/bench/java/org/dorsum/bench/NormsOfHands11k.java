package org.dorsum.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.dorsum.assess.Assessment;
import org.dorsum.assess.Assessor;
import org.dorsum.assess.NormsBuilder;
import org.dorsum.assess.NormsFile;
import org.dorsum.hand.Zone;
import org.dorsum.measure.Metric;
import org.dorsum.measure.Outcome;
import org.dorsum.photo.Finding;
import org.dorsum.photo.PhotoReader;
import org.dorsum.photo.UnreadablePhotoException;

/** Measures the backs of hands of the 11K Hands set anew and writes the norms that come along. Argument: the file. */
public final class NormsOfHands11k {
    private NormsOfHands11k() {}

    /** Writes {@code models/norms/hands11k.json} or the file named. */
    public static void main(String[] args)
            throws IOException, UnreadablePhotoException, NormsBuilder.UnusableRowsException {
        Assessor assessor = Assessor.with(Hands11k.finder());
        List<NormsBuilder.Row> rows = new ArrayList<>();
        Map<String, Double> ages = new TreeMap<>();
        for (CSVRecord photo : Hands11k.subjects()) {
            if (!photo.get("aspect").equals("dorsal")) {
                continue;
            }
            Assessment a = assessor.assess(PhotoReader.withDefaults().read(Hands11k.FOLDER.resolve(photo.get("file"))));
            if (a.status() == Assessment.Status.MEASURED) {
                rows.add(row(photo, a));
                ages.put(photo.get("subject"), Double.valueOf(photo.get("age")));
            }
        }
        Path out = Path.of(args.length > 0 ? args[0] : "models/norms/hands11k.json");
        Files.writeString(out, NormsFile.write(NormsBuilder.of("hands11k", rows, ages)));
    }

    private static NormsBuilder.Row row(CSVRecord photo, Assessment a) {
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.headlines()) {
            if (a.outcome(Zone.DORSUM, metric) instanceof Outcome.Measured m) {
                values.put(metric, m.value());
            }
        }
        Set<String> findings = a.findings().stream().map(Finding::code).collect(Collectors.toSet());
        return new NormsBuilder.Row(
                photo.get("subject"),
                photo.get("hand"),
                a.hand().orElseThrow().scale().pixelsPerMm(),
                findings,
                values,
                a.method());
    }
}
