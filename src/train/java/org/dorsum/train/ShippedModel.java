package org.dorsum.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a trainable network of a model folder that {@link ExportHand} wrote.
 *
 * <p>The file has normalisations folded into its convolutions. Each is taken out again so that the network answers the same: with
 * mean m and variance v of a convolution's output over some pictures, gain √(v + ε) and shift m + bias.
 */
final class ShippedModel extends TorchOps {
    private static final Shape ONE = new Shape(1, 1);
    private static final double LEAST_WEIGHT = 1e-4; // root mean square of a channel; one with less is dead

    private final Map<String, TensorProto> tensors;
    private final Weights weights;
    private final NDManager manager;

    private ShippedModel(Map<String, TensorProto> tensors, Weights weights, NDManager manager) {
        super(weights, false);
        this.tensors = tensors;
        this.weights = weights;
        this.manager = manager;
    }

    /**
     * Reads the model into {@code weights}, which must be empty.
     *
     * @param batches pictures whose means and variances the normalisations start with
     */
    static void read(Path folder, Weights weights, NDManager manager, List<List<Example>> batches) throws IOException {
        Map<String, TensorProto> tensors = new HashMap<>();
        ModelProto model = ModelProto.parseFrom(Files.readAllBytes(folder.resolve("hand.onnx")));
        model.getGraph().getInitializerList().forEach(t -> tensors.put(t.getName(), t));
        List<Example> examples = new ArrayList<>();
        batches.forEach(examples::addAll);
        try (NDManager scratch = manager.newSubManager()) {
            HandNet.run(
                    new ShippedModel(tensors, weights, scratch),
                    Batch.of(scratch, examples).pictures());
        }
        Losses.weighted(weights, manager);
    }

    private NDArray learned(String name) {
        TensorProto t = tensors.get(name);
        if (t == null) {
            throw new IllegalArgumentException("the model has no " + name);
        }
        return weights.learned(
                name,
                floats(t),
                t.getDimsList().stream().mapToLong(Long::longValue).toArray());
    }

    private float[] floats(String name) {
        TensorProto t = tensors.get(name);
        if (t == null) {
            throw new IllegalArgumentException("the model has no " + name);
        }
        return floats(t);
    }

    private static float[] floats(TensorProto t) {
        ByteBuffer bytes = t.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(values);
        return values;
    }

    @Override
    public NDArray normalisedConv(String name, NDArray x, int in, int out, int kernel, int stride) {
        float[] bias = floats(name + ".bias");
        NDArray y = Conv2d.conv2d(
                        x,
                        manager.create(floats(name + ".weight"), new Shape(out, in, kernel, kernel)),
                        null,
                        new Shape(stride, stride),
                        new Shape(kernel / 2, kernel / 2),
                        ONE)
                .singletonOrThrow();
        float[] w = floats(name + ".weight");
        float[] mean = perChannel(y);
        float[] variance = perChannel(y.square());
        float[] gain = new float[out];
        float[] shift = new float[out];
        int each = w.length / out;
        for (int c = 0; c < out; c++) {
            // Weights as large as they were drawn at first, since the optimiser's steps do not follow their size.
            double factor = TorchOps.deviation(each) / Math.max(LEAST_WEIGHT, rms(w, c * each, each));
            shift[c] = mean[c] + bias[c];
            variance[c] = (float) (factor * factor * Math.max(0, variance[c] - mean[c] * mean[c]));
            mean[c] *= (float) factor;
            gain[c] = (float) (Math.sqrt(variance[c] + TorchOps.EPSILON) / factor);
            for (int k = c * each; k < (c + 1) * each; k++) {
                w[k] *= (float) factor;
            }
        }
        weights.learned(name + ".weight", w, out, in, kernel, kernel);
        weights.learned(name + ".gain", gain, out);
        weights.learned(name + ".shift", shift, out);
        weights.state(name + ".mean", mean, out);
        weights.state(name + ".variance", variance, out);
        return y.add(manager.create(bias).reshape(1, out, 1, 1));
    }

    private static double rms(float[] w, int from, int n) {
        double sum = 0;
        for (int k = from; k < from + n; k++) {
            sum += w[k] * w[k];
        }
        return Math.sqrt(sum / n);
    }

    /** Mean over pictures and places. */
    private static float[] perChannel(NDArray x) {
        Shape s = x.getShape();
        return x.transpose(1, 0, 2, 3).reshape(s.get(1), -1).mean(new int[] {1}).toFloatArray();
    }

    @Override
    public NDArray conv(String name, NDArray x, int in, int out, int kernel) {
        return Conv2d.conv2d(
                        x,
                        learned(name + ".weight"),
                        learned(name + ".bias"),
                        ONE,
                        new Shape(kernel / 2, kernel / 2),
                        ONE)
                .singletonOrThrow();
    }

    @Override
    public NDArray dense(String name, NDArray x, int in, int out) {
        return x.matMul(learned(name + ".weight")).add(learned(name + ".bias"));
    }
}
