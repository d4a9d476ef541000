package org.dorsum.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dorsum.hand.HandFinder;
import org.dorsum.hand.HandNetwork;
import org.dorsum.hand.NetworkHandFinder;
import org.dorsum.hand.UnusableModelException;

/** Which photos of the 11K Hands set show the same hand. */
final class Hands11k {
    static final Path FOLDER =
            Path.of(System.getProperty("dorsum.data", "../shared/data")).resolve("hands11k");

    private Hands11k() {}

    /** The finder of the product, or one with the model of {@code -Ddorsum.model}. */
    static HandFinder finder() {
        try {
            return NetworkHandFinder.with(HandNetwork.open(Path.of(System.getProperty("dorsum.model", "models/hand"))));
        } catch (UnusableModelException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** The rows of {@code subjects.csv}. */
    static List<CSVRecord> subjects() throws IOException {
        try (Reader in = Files.newBufferedReader(FOLDER.resolve("subjects.csv"));
                CSVParser rows = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(in)) {
            return rows.getRecords();
        }
    }

    /** Photos of backs of hands by subject and side, each list in the order of the set. */
    static Map<String, List<Path>> backsByHand() throws IOException {
        Map<String, List<Path>> hands = new TreeMap<>();
        for (CSVRecord row : subjects()) {
            if (row.get("aspect").equals("dorsal")) {
                hands.computeIfAbsent(row.get("subject") + " " + row.get("hand"), k -> new ArrayList<>())
                        .add(FOLDER.resolve(row.get("file")));
            }
        }
        return hands;
    }
}
