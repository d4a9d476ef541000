package org.dorsum.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** The numbers of a network by name, made when first asked for; how far training has come goes with them to disk. */
final class Weights implements AutoCloseable {
    private static final int MAGIC = 0x44485731;

    private final NDManager manager;
    private final Random random;
    private final Map<String, NDArray> learned = new LinkedHashMap<>();
    private final Map<String, NDArray> state = new LinkedHashMap<>();

    Weights(NDManager manager, long seed) {
        this.manager = manager;
        this.random = new Random(seed);
    }

    /** What gradients change, by name, in the order of the network. */
    Map<String, NDArray> learned() {
        return learned;
    }

    /** A learned tensor, drawn from a normal distribution of that deviation if new. */
    NDArray learned(String name, double deviation, long... shape) {
        NDArray known = learned.get(name);
        if (known != null) {
            return known;
        }
        float[] values = new float[(int) new Shape(shape).size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (deviation * random.nextGaussian());
        }
        return put(name, values, shape);
    }

    /** A learned tensor that starts with one value everywhere. */
    NDArray learnedFrom(String name, float value, long... shape) {
        NDArray known = learned.get(name);
        return known != null ? known : put(name, filled(value, shape), shape);
    }

    /** A learned tensor that starts with these values. */
    NDArray learned(String name, float[] values, long... shape) {
        NDArray known = learned.get(name);
        return known != null ? known : put(name, values, shape);
    }

    /** A tensor that is kept but not learned, with these values at first. */
    NDArray state(String name, float[] values, long... shape) {
        return state.computeIfAbsent(name, n -> manager.create(values, new Shape(shape)));
    }

    /** A tensor that is kept but not learned. */
    NDArray state(String name, float value, long... shape) {
        return state.computeIfAbsent(name, n -> manager.create(filled(value, shape), new Shape(shape)));
    }

    /** The values of a tensor that is there. */
    float[] values(String name) {
        NDArray array = learned.containsKey(name) ? learned.get(name) : state.get(name);
        if (array == null) {
            throw new IllegalArgumentException("the network has no " + name);
        }
        return array.toFloatArray();
    }

    /** How many numbers are learned. */
    long networkCount() {
        return learned.values().stream().mapToLong(NDArray::size).sum();
    }

    private NDArray put(String name, float[] values, long... shape) {
        NDArray array = manager.create(values, new Shape(shape));
        array.setRequiresGradient(true);
        learned.put(name, array);
        return array;
    }

    private static float[] filled(float value, long... shape) {
        float[] values = new float[(int) new Shape(shape).size()];
        Arrays.fill(values, value);
        return values;
    }

    /** Writes everything, whole or not at all. */
    void save(Path file, int step) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
            out.writeInt(MAGIC);
            out.writeInt(step);
            write(out, learned);
            write(out, state);
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Reads what {@link #save} wrote into this, and returns the step. */
    int load(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readInt() != MAGIC) {
                throw new IOException(file + " is no checkpoint of this trainer");
            }
            int step = in.readInt();
            read(in, true);
            read(in, false);
            return step;
        }
    }

    private static void write(DataOutputStream out, Map<String, NDArray> arrays) throws IOException {
        out.writeInt(arrays.size());
        for (Map.Entry<String, NDArray> e : arrays.entrySet()) {
            out.writeUTF(e.getKey());
            long[] shape = e.getValue().getShape().getShape();
            out.writeInt(shape.length);
            for (long s : shape) {
                out.writeLong(s);
            }
            for (float f : e.getValue().toFloatArray()) {
                out.writeFloat(f);
            }
        }
    }

    private void read(DataInputStream in, boolean learn) throws IOException {
        int n = in.readInt();
        for (int k = 0; k < n; k++) {
            String name = in.readUTF();
            long[] shape = new long[in.readInt()];
            for (int i = 0; i < shape.length; i++) {
                shape[i] = in.readLong();
            }
            float[] values = new float[(int) new Shape(shape).size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = in.readFloat();
            }
            if (learn) {
                put(name, values, shape);
            } else {
                state.put(name, manager.create(values, new Shape(shape)));
            }
        }
    }

    @Override
    public void close() {
        learned.values().forEach(NDArray::close);
        state.values().forEach(NDArray::close);
    }
}
