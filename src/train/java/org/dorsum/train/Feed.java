package org.dorsum.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The examples of each step, made one step ahead; which they are depends on the step alone. */
final class Feed implements AutoCloseable {
    static final int BATCH = 16;
    private static final int FIRST_POOL = 600; // pictures that must be rendered before training starts …
    private static final double GROWTH = 2; // … and how many more become available with each step

    private final Pool pool;
    private final int poolSize;
    private final Augmentation augmentation;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "feed");
        thread.setDaemon(true);
        return thread;
    });
    private final int poolStart;
    private Future<List<Example>> next;

    /**
     * @param poolStart step at which the pool began to be rendered
     * @param firstStep step whose examples are asked for first
     */
    Feed(Pool pool, int poolSize, Augmentation augmentation, int poolStart, int firstStep) {
        this.pool = pool;
        this.poolSize = poolSize;
        this.augmentation = augmentation;
        this.poolStart = poolStart;
        this.next = worker.submit(() -> make(firstStep));
    }

    /** The examples of {@code step}; steps are asked for in order. */
    List<Example> take(int step) throws InterruptedException, IOException {
        try {
            List<Example> ready = next.get();
            next = worker.submit(() -> make(step + 1));
            return ready;
        } catch (ExecutionException e) {
            throw new IOException("the examples of step " + step + " could not be made", e);
        }
    }

    private List<Example> make(int step) throws IOException, InterruptedException {
        List<Example> examples = new ArrayList<>(BATCH);
        int available = (int) Math.min(poolSize, FIRST_POOL + GROWTH * (step - poolStart));
        for (int k = 0; k < BATCH; k++) {
            Random r = new Random(step * 1_000_003L + k * 7919L + 5);
            r.nextInt();
            examples.add(augmentation.apply(pool.get(r.nextInt(available)), r));
        }
        return examples;
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
