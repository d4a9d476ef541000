package org.dorsum.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;

/** Runs a network on tensors; in training it follows each batch's own mean and variance and keeps their running means. */
class TorchOps implements NetOps<NDArray> {
    private static final float MOMENTUM = 0.98f; // of the running means: 50 batches
    static final float EPSILON = 1e-5f;
    private static final Shape ONE = new Shape(1, 1);

    private final Weights weights;
    private final boolean training;

    TorchOps(Weights weights, boolean training) {
        this.weights = weights;
        this.training = training;
    }

    @Override
    public NDArray normalisedConv(String name, NDArray x, int in, int out, int kernel, int stride) {
        NDArray w = weights.learned(name + ".weight", deviation(in * kernel * kernel), out, in, kernel, kernel);
        NDArray y = Conv2d.conv2d(x, w, null, new Shape(stride, stride), padding(kernel), ONE)
                .singletonOrThrow();
        return BatchNorm.batchNorm(
                        y,
                        weights.state(name + ".mean", 0, out),
                        weights.state(name + ".variance", 1, out),
                        weights.learnedFrom(name + ".gain", 1, out),
                        weights.learnedFrom(name + ".shift", 0, out),
                        1,
                        MOMENTUM,
                        EPSILON,
                        training)
                .singletonOrThrow();
    }

    @Override
    public NDArray conv(String name, NDArray x, int in, int out, int kernel) {
        NDArray w = weights.learned(name + ".weight", 0.1 * deviation(in * kernel * kernel), out, in, kernel, kernel);
        NDArray b = weights.learnedFrom(name + ".bias", 0, out);
        return Conv2d.conv2d(x, w, b, ONE, padding(kernel), ONE).singletonOrThrow();
    }

    @Override
    public NDArray relu(NDArray x) {
        return x.getNDArrayInternal().relu();
    }

    @Override
    public NDArray add(NDArray a, NDArray b) {
        return a.add(b);
    }

    @Override
    public NDArray doubled(NDArray x) {
        Shape s = x.getShape();
        return x.getNDArrayInternal().interpolation(new long[] {2 * s.get(2), 2 * s.get(3)}, 0, false);
    }

    @Override
    public NDArray mean(NDArray x) {
        Shape s = x.getShape();
        return x.reshape(s.get(0), s.get(1), -1).mean(new int[] {2});
    }

    @Override
    public NDArray dense(String name, NDArray x, int in, int out) {
        NDArray w = weights.learned(name + ".weight", 0.1 * deviation(in), in, out);
        return x.matMul(w).add(weights.learnedFrom(name + ".bias", 0, out));
    }

    /** He et al. 2015: keeps the variance through rectified layers. */
    static double deviation(int inputs) {
        return Math.sqrt(2.0 / inputs);
    }

    private static Shape padding(int kernel) {
        return new Shape(kernel / 2, kernel / 2);
    }
}
