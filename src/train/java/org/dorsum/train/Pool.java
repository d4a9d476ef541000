package org.dorsum.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
import org.dorsum.image.Point;
import org.dorsum.image.RgbImage;
import org.dorsum.synth.CellClass;
import org.dorsum.synth.Conditions;
import org.dorsum.synth.HandRenderer;
import org.dorsum.synth.Subject;
import org.dorsum.synth.TrainingPicture;

/**
 * Rendered hands in a file, made once in the background and read many times. Picture {@code i} depends on {@code i} alone,
 * so that it does not matter when it was made.
 */
final class Pool implements AutoCloseable {
    static final int SIDE = 256;
    private static final int PIXELS = SIDE * SIDE;
    private static final int RECORD = PIXELS * 4 + 21 * 2 * 4 + 2;
    private static final int AT_ONCE = 32; // pictures rendered side by side
    private static final int OF_EACH =
            8; // one picture is a clinic's, two show fingertips, the others are taken anywhere

    private static final double MOST_REACH = 70; // mm

    private final FileChannel file;
    private final List<RgbImage> surfaces;
    private final long firstSeed;
    private final int size;
    private int ready;
    private boolean closed;

    private Pool(FileChannel file, List<RgbImage> surfaces, long firstSeed, int size, int ready) {
        this.file = file;
        this.surfaces = surfaces;
        this.firstSeed = firstSeed;
        this.size = size;
        this.ready = ready;
    }

    /**
     * Opens or starts the file and goes on rendering until {@code size} pictures are there.
     *
     * @param surfaces pictures of surfaces on which some of the hands lie
     */
    static Pool open(Path path, List<RgbImage> surfaces, long firstSeed, int size) throws IOException {
        FileChannel file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        Pool pool = new Pool(file, surfaces, firstSeed, size, (int) Math.min(size, file.size() / RECORD));
        Thread thread = new Thread(pool::fill, "pool-" + firstSeed);
        thread.setDaemon(true);
        thread.start();
        return pool;
    }

    private void fill() {
        HandRenderer renderer = HandRenderer.withDefaults();
        for (int i = ready(); i < size && !isClosed(); i = ready()) {
            int end = Math.min(size, i + AT_ONCE);
            IntStream.range(i, end).parallel().forEach(k -> {
                try {
                    write(k, render(renderer, k));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            readyTo(end);
        }
    }

    private synchronized int ready() {
        return ready;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void readyTo(int end) {
        ready = end;
        notifyAll();
    }

    private TrainingPicture render(HandRenderer renderer, int i) {
        long seed = firstSeed + i;
        Conditions c = switch (i % OF_EACH) {
            case 7 -> Conditions.clinic(seed, SIDE, SIDE);
            case 2, 5 -> Conditions.fingertips(seed, SIDE, SIDE, surfaces);
            default -> Conditions.anywhere(seed, SIDE, SIDE, surfaces);
        };
        Subject subject = Subject.random(seed);
        if (seed % 2 == 0) { // sleeves end anywhere between the middle of the forearm and the back of the hand
            subject = subject.wearing(subject.adornment().reaching(MOST_REACH * (seed / 2 % 16) / 15));
        }
        return renderer.training(subject, c);
    }

    private void write(int i, TrainingPicture p) throws IOException {
        ByteBuffer b = ByteBuffer.allocate(RECORD);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int rgb = p.image().packed(x, y);
                b.put((byte) (rgb >> 16)).put((byte) (rgb >> 8)).put((byte) rgb);
            }
        }
        for (byte c : p.classes()) {
            b.put((byte) Math.min(c, CellClass.JEWELLERY.code()));
        }
        for (Point point : p.keyPoints()) {
            b.putFloat((float) point.x()).putFloat((float) point.y());
        }
        b.put((byte) (p.palm() ? 1 : 0)).put((byte) (p.left() ? 1 : 0));
        b.flip();
        while (b.hasRemaining()) {
            file.write(b, (long) i * RECORD + b.position());
        }
    }

    /** Picture {@code i}; waits until it is rendered. */
    Example get(int i) throws IOException, InterruptedException {
        synchronized (this) {
            while (ready <= i) {
                wait();
            }
        }
        ByteBuffer b = ByteBuffer.allocate(RECORD);
        while (b.hasRemaining()) {
            if (file.read(b, (long) i * RECORD + b.position()) < 0) {
                throw new IOException("the cache of rendered hands ends early; delete it");
            }
        }
        b.flip();
        byte[] rgb = new byte[3 * PIXELS];
        byte[] classes = new byte[PIXELS];
        float[] points = new float[42];
        b.get(rgb).get(classes);
        for (int k = 0; k < points.length; k++) {
            points[k] = b.getFloat();
        }
        return new Example(SIDE, rgb, classes, points, b.get() == 1, b.get() == 1);
    }

    @Override
    public void close() throws IOException {
        synchronized (this) {
            closed = true;
        }
        file.close();
    }
}
