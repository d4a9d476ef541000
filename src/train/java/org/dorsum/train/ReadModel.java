package org.dorsum.train;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dorsum.image.RgbImage;

/**
 * Makes a checkpoint of a model folder, for {@link TrainHand} to go on from in a process of its own: in the same one the engine
 * crashed within a few hundred steps, twice.
 *
 * <p>Arguments: folder for the checkpoint and the cache of held-out pictures; folder with pictures of surfaces; folder of the model.
 */
public final class ReadModel {
    private static final int BATCHES = 4; // of held-out pictures, whose means and variances normalisations start with

    private ReadModel() {}

    /** Writes the checkpoint and prints the steps that stand in it. */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length != 3) {
            throw new IllegalArgumentException("arguments: FOLDER SURFACES MODEL");
        }
        Path folder = Files.createDirectories(Path.of(args[0]));
        List<RgbImage> surfaces = Surfaces.read(Path.of(args[1]));
        Path model = Path.of(args[2]);
        int steps = new ObjectMapper()
                .readTree(model.resolve("manifest.json").toFile())
                .path("training")
                .path("steps")
                .asInt();
        List<List<Example>> held = HeldOut.batches(folder, surfaces, new Augmentation(surfaces));
        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
            Weights weights = new Weights(manager, 1);
            ShippedModel.read(model, weights, manager, held.subList(0, BATCHES));
            weights.save(folder.resolve("checkpoint.bin"), steps);
        }
        System.out.println(steps);
    }
}
