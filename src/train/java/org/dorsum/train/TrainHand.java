package org.dorsum.train;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import org.dorsum.image.RgbImage;

/**
 * Trains the network that finds hands. Started again after a stop it goes on from the last checkpoint.
 *
 * <p>Arguments: folder for cache (3 GB), checkpoint, log and curves; number of steps; folder with pictures of surfaces; and, to go
 * on from a model that {@link ReadModel} made a checkpoint of, the number of its steps: hands are rendered that it has not seen.
 */
public final class TrainHand {
    private static final int POOL = 12_000;
    private static final int CHECK_EVERY = 100;
    private static final double MOST_RATE = 1.5e-3;
    private static final int WARM_UP = 100;
    private static final int CYCLE = 6000; // steps after which the rate starts again from the top …
    private static final int FULL_CYCLES = 2; // … and after so many cycles from a third of it

    private final Path folder;
    private final int steps;
    private final List<RgbImage> surfaces;
    private final int first; // step from which on this folder's hands are used

    private TrainHand(Path folder, int steps, List<RgbImage> surfaces, int first) {
        this.folder = folder;
        this.steps = steps;
        this.surfaces = surfaces;
        this.first = first;
    }

    /** Trains; {@link ExportHand} makes a model of the checkpoint. */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length < 3 || args.length > 4) {
            throw new IllegalArgumentException("arguments: FOLDER STEPS SURFACES [FIRST]");
        }
        Path folder = Files.createDirectories(Path.of(args[0]));
        List<RgbImage> surfaces = Surfaces.read(Path.of(args[2]));
        int first = args.length == 4 ? Integer.parseInt(args[3]) : 0;
        new TrainHand(folder, Integer.parseInt(args[1]), surfaces, first).train();
    }

    private void train() throws IOException, InterruptedException {
        Path checkpoint = folder.resolve("checkpoint.bin");
        Augmentation augmentation = new Augmentation(surfaces);
        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
                Pool pool = Pool.open(folder.resolve("pool.bin"), surfaces, 1 + first, POOL)) {
            Weights weights = new Weights(manager, 1);
            int done = Files.exists(checkpoint) ? weights.load(checkpoint) : 0;
            if (done < first) {
                throw new IllegalStateException("there is no checkpoint to go on from in " + folder);
            }
            List<List<Example>> held = HeldOut.batches(folder, surfaces, augmentation);
            try (Feed feed = new Feed(pool, POOL, augmentation, first, done)) {
                double[] sums = new double[5];
                long start = System.nanoTime();
                int since = 0;
                for (int step = done; step < steps; step++) {
                    add(sums, step(manager, weights, feed.take(step), step));
                    if (!Double.isFinite(sums[0])) {
                        throw new IllegalStateException("the network answers no numbers after step " + step
                                + "; start again to go on from the last checkpoint");
                    }
                    since++;
                    if ((step + 1) % CHECK_EVERY == 0 || step + 1 == steps) {
                        double rate = since * Feed.BATCH / ((System.nanoTime() - start) / 1e9);
                        weights.save(checkpoint, step + 1);
                        log(step + 1, sums, since, rate, Validation.of(weights, manager, held));
                        sums = new double[5];
                        since = 0;
                        start = System.nanoTime();
                    }
                }
            }
        }
    }

    private double[] step(NDManager manager, Weights weights, List<Example> examples, int step) {
        try (NDManager scratch = manager.newSubManager()) {
            Batch batch = Batch.of(scratch, examples);
            NDList parts = new NDList();
            try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
                HandNet.Heads<NDArray> heads = HandNet.run(new TorchOps(weights, true), batch.pictures());
                collector.backward(Losses.of(heads, batch, parts));
            }
            Adam.step(scratch, weights, (float) rate(step), step + 1);
            double[] values = new double[parts.size()];
            for (int k = 0; k < values.length; k++) {
                values[k] = parts.get(k).toFloatArray()[0];
            }
            return values;
        }
    }

    /** Rises linearly at first, then falls to 0 along half a cosine, again and again (Loshchilov and Hutter 2017, arXiv 1608.03983). */
    private double rate(int step) {
        double warm = Math.min(1, (step % CYCLE + 1) / (double) WARM_UP);
        int begin = step / CYCLE * CYCLE;
        int end = Math.min(begin + CYCLE, steps);
        double top = begin / CYCLE < FULL_CYCLES ? MOST_RATE : MOST_RATE / 3;
        return top * warm * 0.5 * (1 + Math.cos(Math.PI * (step - begin) / (end - begin)));
    }

    private static void add(double[] sums, double[] values) {
        for (int k = 0; k < sums.length; k++) {
            sums[k] += values[k];
        }
    }

    private void log(int step, double[] sums, int n, double rate, Validation v) throws IOException {
        Path log = folder.resolve("log.csv");
        String head = Files.exists(log)
                ? ""
                : "step,loss_classes,loss_overlap,loss_points,loss_aspect,loss_side,images_per_s,"
                        + "skin_iou,nail_iou,points,aspect,side\n";
        StringBuilder line = new StringBuilder(head).append(step);
        for (double s : sums) {
            line.append(String.format(Locale.ROOT, ",%.4f", s / n));
        }
        line.append(String.format(Locale.ROOT, ",%.1f,%s%n", rate, v));
        Files.writeString(log, line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        Curves.draw(log, folder.resolve("curves.png"));
    }
}
