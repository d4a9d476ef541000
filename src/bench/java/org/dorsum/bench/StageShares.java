package org.dorsum.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.dorsum.assess.Assessor;
import org.dorsum.assess.Examination;
import org.dorsum.hand.Hand;
import org.dorsum.hand.HandFinder;
import org.dorsum.hand.ScaleHint;
import org.dorsum.hand.Zone;
import org.dorsum.image.Codec;
import org.dorsum.measure.FineLines;
import org.dorsum.measure.Hair;
import org.dorsum.measure.Redness;
import org.dorsum.measure.ReliefTexture;
import org.dorsum.measure.Roughness;
import org.dorsum.measure.Scaliness;
import org.dorsum.measure.SkinZone;
import org.dorsum.measure.Spots;
import org.dorsum.measure.Suitability;
import org.dorsum.measure.Tone;
import org.dorsum.measure.Veins;
import org.dorsum.photo.Photo;
import org.dorsum.photo.PhotoReader;
import org.dorsum.report.Language;
import org.dorsum.report.MetricsCsv;
import org.dorsum.report.PhotoResult;
import org.dorsum.report.PhotoResult.Labels;
import org.dorsum.report.Reports;
import org.dorsum.report.ZonesCsv;
import org.dorsum.skin.Flattener;
import org.dorsum.skin.Skin;

/**
 * What each stage of an analysis takes, warm: wall time, and processor time of the whole process, which other work on the
 * machine moves less. Every round runs all stages, so that they see the same machine. Argument: a photo.
 */
public final class StageShares {
    private static final int WARM = 6;
    private static final int ROUNDS = 15;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final List<String> names = new ArrayList<>();
    private final List<List<double[]>> times = new ArrayList<>();
    private int next;
    private int used;

    private StageShares() {}

    /** Prints medians in milliseconds and what they are in times of decoding. */
    public static void main(String[] args) throws Exception {
        StageShares shares = new StageShares();
        byte[] file = Files.readAllBytes(Path.of(args[0]));
        PhotoReader reader = PhotoReader.withDefaults();
        HandFinder finder = Hands11k.finder();
        Assessor assessor = Assessor.with(finder);
        for (int i = -WARM; i < ROUNDS; i++) {
            shares.round(file, reader, finder, assessor);
            if (i < 0) {
                shares.times.forEach(List::clear);
            }
        }
        shares.print();
    }

    private void round(byte[] file, PhotoReader reader, HandFinder finder, Assessor assessor) throws Exception {
        next = 0;
        time("decoding alone", () -> Codec.decode(file).orElseThrow());
        Photo photo = time("reading, decoding included", () -> reader.read("bench.jpg", file));
        Hand hand = time(
                "finding the hand and a card",
                () -> ((HandFinder.Outcome.Found) finder.find(photo, ScaleHint.none())).hand());
        Skin skin = time(
                "laying out, the photo's physics",
                () -> Flattener.withDefaults().flatten(photo, hand).orElseThrow());
        SkinZone zone = SkinZone.of(skin, Zone.DORSUM); // what measures share is made by the one that asks first
        Hair.Found hair = time("hair", () -> Hair.find(zone));
        time("lines", () -> FineLines.withDefaults().measure(zone, () -> hair));
        time(
                "relief: roughness, scaliness, texture",
                () -> List.of(
                        Roughness.withDefaults().measure(zone),
                        Scaliness.withDefaults().measure(zone),
                        ReliefTexture.withDefaults().measure(zone)));
        time("spots", () -> Spots.withDefaults().measure(zone, () -> hair));
        time(
                "tone, redness, veins, suitability",
                () -> List.of(
                        Tone.withDefaults().measure(zone),
                        Redness.withDefaults().measure(zone),
                        Veins.withDefaults().measure(zone),
                        Suitability.withDefaults().find(zone)));
        time("all measures, two threads", () -> assessor.measures().take(skin, Zone.DORSUM));
        Examination examined =
                time("whole analysis, bytes to numbers", () -> assessor.examine(reader.read("bench.jpg", file)));
        PhotoResult result = new PhotoResult(
                "bench.jpg", Labels.none(), assessor.method(), new PhotoResult.Outcome.Assessed(examined.assessment()));
        time("writing: rows of both tables", () -> MetricsCsv.line(result) + ZonesCsv.lines(result));
        Reports reports = Reports.in(Language.EN);
        time(
                "writing: page",
                () -> reports.photos(List.of(reports.sheet(examined))).html());
    }

    private <T> T time(String name, Callable<T> work) throws Exception {
        if (next == names.size()) {
            names.add(name);
            times.add(new ArrayList<>());
        }
        long processor = SYSTEM.getProcessCpuTime();
        long wall = System.nanoTime();
        T result = work.call();
        times.get(next++)
                .add(new double[] {(System.nanoTime() - wall) / 1e6, (SYSTEM.getProcessCpuTime() - processor) / 1e6});
        used += result.hashCode() & 1; // so that the work is done
        return result;
    }

    private void print() {
        double[] one = median(0);
        System.out.printf(
                Locale.ROOT,
                "%-40s %8s %8s %8s %8s (%d)%n",
                "stage, median",
                "wall ms",
                "cpu ms",
                "wall/d",
                "cpu/d",
                Math.min(used, 1));
        for (int i = 0; i < names.size(); i++) {
            double[] m = median(i);
            System.out.printf(
                    Locale.ROOT,
                    "%-40s %8.0f %8.0f %8.2f %8.2f%n",
                    names.get(i),
                    m[0],
                    m[1],
                    m[0] / one[0],
                    m[1] / one[1]);
        }
    }

    private double[] median(int stage) {
        double[] median = new double[2];
        for (int k = 0; k < 2; k++) {
            int which = k;
            double[] sorted = times.get(stage).stream()
                    .mapToDouble(t -> t[which])
                    .sorted()
                    .toArray();
            median[k] = sorted[sorted.length / 2];
        }
        return median;
    }
}
