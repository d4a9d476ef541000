package org.dorsum.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.dorsum.assess.Assessor;
import org.dorsum.colour.Srgb;
import org.dorsum.hand.Zone;
import org.dorsum.image.Codec;
import org.dorsum.image.RgbImage;
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
import org.dorsum.photo.PhotoReader;
import org.dorsum.skin.Skin;

/**
 * The measures beside the same kind of measures in scikit-image ({@code src/bench/python/peer_speed.py}), on the same laid-out
 * plane, one thread each, one after the other in one run; nothing is decoded. Argument: a photo. {@code -Dpython=} names the
 * interpreter that has scikit-image.
 */
public final class PeerTime {
    private static final int WARM = 20;
    private static final int ROUNDS = 9;
    private static final int ROUNDS_OF_PEER = 3;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private PeerTime() {}

    /** Prints processor times and their ratios. */
    public static void main(String[] args) throws Exception {
        Assessor assessor = Assessor.with(Hands11k.finder());
        Skin skin = assessor.examine(PhotoReader.withDefaults().read(Path.of(args[0])))
                .skin()
                .orElseThrow();
        System.out.printf(Locale.ROOT, "plane %d x %d, %.0f px/mm%n", skin.width(), skin.height(), skin.pixelsPerMm());
        Map<String, Double> peer = peer(skin);
        Map<String, Double> ours = ours(skin);
        double sumPeer = 0;
        double sumOurs = 0;
        for (Map.Entry<String, Double> stage : ours.entrySet()) {
            double theirs = peer.getOrDefault(stage.getKey(), 0.0);
            sumPeer += theirs;
            sumOurs += stage.getValue();
            print(stage.getKey(), stage.getValue(), theirs);
        }
        print("all", sumOurs, sumPeer);
        System.out.printf(Locale.ROOT, "here all of them on two threads, wall: %.0f ms%n", wall(assessor, skin));
    }

    /** Median time on the clock of all measures as an analysis takes them. */
    private static double wall(Assessor assessor, Skin skin) {
        double[] ms = new double[ROUNDS];
        for (int i = -WARM; i < ROUNDS; i++) {
            long start = System.nanoTime();
            boolean taken =
                    !assessor.measures().take(skin, Zone.DORSUM).measurements().isEmpty();
            if (i >= 0 && taken) {
                ms[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(ms);
        return ms[ROUNDS / 2];
    }

    private static void print(String what, double ours, double theirs) {
        System.out.printf(
                Locale.ROOT, "%-40s %7.0f ms, scikit-image %7.0f ms: %5.1f times%n", what, ours, theirs, theirs / ours);
    }

    private static Map<String, Double> ours(Skin skin) {
        Map<String, double[]> times = new LinkedHashMap<>();
        int used = 0;
        for (int i = -WARM; i < ROUNDS; i++) {
            for (Map.Entry<String, Supplier<?>> stage :
                    work(SkinZone.of(skin, Zone.DORSUM)).entrySet()) {
                long start = SYSTEM.getProcessCpuTime();
                Object result = stage.getValue().get();
                double ms = (SYSTEM.getProcessCpuTime() - start) / 1e6;
                used += result.hashCode() & 1; // so that the work is done
                if (i >= 0) {
                    times.computeIfAbsent(stage.getKey(), k -> new double[ROUNDS])[i] = ms;
                }
            }
        }
        Map<String, Double> medians = new LinkedHashMap<>();
        if (used == 0) {
            throw new IllegalStateException("no stage gave anything");
        }
        times.forEach((stage, ms) -> {
            Arrays.sort(ms);
            medians.put(stage, ms[ROUNDS / 2]);
        });
        return medians;
    }

    /** The measures of one zone, which share what they read of it; hair, first, is known to the others. */
    private static Map<String, Supplier<?>> work(SkinZone zone) {
        AtomicReference<Hair.Found> hair = new AtomicReference<>();
        Map<String, Supplier<?>> work = new LinkedHashMap<>();
        work.put("hair", () -> {
            hair.set(Hair.find(zone));
            return hair.get();
        });
        work.put("lines", () -> FineLines.withDefaults().measure(zone, hair::get));
        work.put(
                "relief: roughness, scaliness, texture",
                () -> List.of(
                        Roughness.withDefaults().measure(zone),
                        Scaliness.withDefaults().measure(zone),
                        ReliefTexture.withDefaults().measure(zone)));
        work.put("spots", () -> Spots.withDefaults().measure(zone, hair::get));
        work.put(
                "tone, redness, veins",
                () -> List.of(
                        Tone.withDefaults().measure(zone),
                        Redness.withDefaults().measure(zone),
                        Veins.withDefaults().measure(zone),
                        Suitability.withDefaults().find(zone)));
        return work;
    }

    private static Map<String, Double> peer(Skin skin) throws IOException, InterruptedException {
        Path plane = Files.createTempFile("dorsum-plane", ".png");
        Path mask = Files.createTempFile("dorsum-mask", ".png");
        try {
            Files.write(plane, Codec.png(picture(skin)));
            Files.write(mask, Codec.png(skin.usable(Zone.DORSUM)));
            Process process = new ProcessBuilder(
                            System.getProperty("python", "/usr/bin/python3"),
                            "src/bench/python/peer_speed.py",
                            plane.toString(),
                            mask.toString(),
                            Double.toString(skin.pixelsPerMm()),
                            Integer.toString(ROUNDS_OF_PEER))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            Map<String, Double> times = new LinkedHashMap<>();
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    String[] cells = line.split("\t", -1);
                    times.put(cells[0], Double.valueOf(cells[1]));
                }
            }
            if (process.waitFor() != 0) {
                throw new IllegalStateException("the script failed; is scikit-image there?");
            }
            return times;
        } finally {
            Files.delete(plane);
            Files.delete(mask);
        }
    }

    private static RgbImage picture(Skin skin) {
        byte[] samples = new byte[3 * skin.width() * skin.height()];
        for (int y = 0, i = 0; y < skin.height(); y++) {
            for (int x = 0; x < skin.width(); x++) {
                samples[i++] = (byte) Srgb.toByte(skin.light().red().at(x, y));
                samples[i++] = (byte) Srgb.toByte(skin.light().green().at(x, y));
                samples[i++] = (byte) Srgb.toByte(skin.light().blue().at(x, y));
            }
        }
        return RgbImage.of(skin.width(), skin.height(), samples);
    }
}
