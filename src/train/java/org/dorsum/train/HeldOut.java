package org.dorsum.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dorsum.image.RgbImage;

/** Rendered hands on which a network is tried and never trained. */
final class HeldOut {
    private static final int PICTURES = 256;
    private static final long FIRST_SEED = 900_000_000L;

    private HeldOut() {}

    /** The same examples at every call; rendered when first asked for. */
    static List<List<Example>> batches(Path folder, List<RgbImage> surfaces, Augmentation augmentation)
            throws IOException, InterruptedException {
        List<List<Example>> batches = new ArrayList<>();
        try (Pool pool = Pool.open(folder.resolve("held-out.bin"), surfaces, FIRST_SEED, PICTURES)) {
            for (int i = 0; i < PICTURES; i++) {
                if (i % Feed.BATCH == 0) {
                    batches.add(new ArrayList<>());
                }
                batches.get(i / Feed.BATCH).add(augmentation.apply(pool.get(i), new Random(77 + i)));
            }
        }
        return batches;
    }
}
