package org.dorsum.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.dorsum.hand.Aspect;
import org.dorsum.hand.Hand;
import org.dorsum.hand.HandFinder;
import org.dorsum.hand.ScaleHint;
import org.dorsum.hand.Side;
import org.dorsum.image.Point;
import org.dorsum.photo.Photo;
import org.dorsum.photo.PhotoReader;
import org.dorsum.photo.UnreadablePhotoException;
import org.dorsum.stats.Quantiles;

/**
 * Key points, back or palm, left or right on the 11K Hands set: share of key points within 5 % of the hand's length (wrist to
 * tip of the middle finger) of another maker's landmarks, per photo as CSV on standard output and in all on standard error.
 */
public final class KeyPointAccuracy {
    private static final double WITHIN = 0.05;

    private KeyPointAccuracy() {}

    /** Measures all photos. */
    public static void main(String[] args) throws IOException, UnreadablePhotoException {
        HandFinder finder = Hands11k.finder();
        Map<String, List<Point>> labels = labels();
        int[] near = new int[21];
        int[] all = new int[21];
        List<Double> misses = new ArrayList<>();
        int[] aspects = new int[4]; // right and all of backs, right and all of palms
        int[] sides = new int[2];
        System.out.println("file,within,aspect_true,aspect,side_true,side");
        for (CSVRecord row : Hands11k.subjects()) {
            String file = row.get("file");
            Photo photo = PhotoReader.withDefaults().read(Hands11k.FOLDER.resolve(file));
            HandFinder.Outcome outcome = finder.find(photo, ScaleHint.none());
            boolean back = row.get("aspect").equals("dorsal");
            Hand hand = outcome instanceof HandFinder.Outcome.Found found ? found.hand() : null;
            Aspect aspect = hand == null ? Aspect.UNCLEAR : hand.aspect();
            Side side = hand == null ? Side.UNCLEAR : hand.side();
            aspects[back ? 0 : 2] += aspect == (back ? Aspect.DORSAL : Aspect.PALMAR) ? 1 : 0;
            aspects[back ? 1 : 3]++;
            if (back) {
                sides[0] += side.label().equals(row.get("hand")) ? 1 : 0;
                sides[1]++;
            }
            int within = -1;
            if (back && labels.containsKey(file)) {
                within = 0;
                List<Point> truth = labels.get(file);
                double length = truth.get(0).distanceTo(truth.get(12));
                for (int k = 0; k < 21; k++) {
                    double miss = hand == null || hand.landmarks().isEmpty()
                            ? 1
                            : hand.landmarks().get(k).position().distanceTo(truth.get(k)) / length;
                    misses.add(miss);
                    near[k] += miss <= WITHIN ? 1 : 0;
                    within += miss <= WITHIN ? 1 : 0;
                    all[k]++;
                }
            }
            System.out.printf(
                    "%s,%d,%s,%s,%s,%s%n",
                    file, within, row.get("aspect"), aspect.label(), row.get("hand"), side.label());
        }
        summarise(near, all, misses, aspects, sides);
    }

    private static void summarise(int[] near, int[] all, List<Double> misses, int[] aspects, int[] sides) {
        int sumNear = 0;
        int sumAll = 0;
        StringBuilder each = new StringBuilder();
        for (int k = 0; k < 21; k++) {
            sumNear += near[k];
            sumAll += all[k];
            each.append(String.format(Locale.ROOT, " %d:%.0f", k, 100.0 * near[k] / all[k]));
        }
        double[] miss = misses.stream().mapToDouble(Double::doubleValue).toArray();
        System.err.printf(
                Locale.ROOT,
                "key points within 5 %% of the hand's length: %d of %d, %.1f %%; median miss %.2f %%; per point, %%:%s%n",
                sumNear,
                sumAll,
                100.0 * sumNear / sumAll,
                100 * Quantiles.median(miss),
                each);
        System.err.printf(
                Locale.ROOT,
                "back or palm: %d of %d backs, %d of %d palms, %.1f %% of all; left or right on backs: %d of %d, %.1f %%%n",
                aspects[0],
                aspects[1],
                aspects[2],
                aspects[3],
                100.0 * (aspects[0] + aspects[2]) / (aspects[1] + aspects[3]),
                sides[0],
                sides[1],
                100.0 * sides[0] / sides[1]);
    }

    /** Landmarks in pixels by file, of photos in which exactly one hand was labelled. */
    private static Map<String, List<Point>> labels() throws IOException {
        Map<String, List<Point>> labels = new HashMap<>();
        ObjectMapper mapper = new ObjectMapper();
        for (String line : Files.readAllLines(Hands11k.FOLDER.resolve("landmarks.jsonl"))) {
            JsonNode photo = mapper.readTree(line);
            if (photo.path("hands").size() == 1) {
                List<Point> points = new ArrayList<>();
                for (JsonNode p : photo.path("hands").get(0).path("pts")) {
                    points.add(new Point(
                            p.get(0).asDouble() * photo.path("w").asDouble() - 0.5,
                            p.get(1).asDouble() * photo.path("h").asDouble() - 0.5));
                }
                labels.put(photo.path("file").asText(), points);
            }
        }
        return labels;
    }
}
