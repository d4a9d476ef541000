package org.dorsum.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * Adam with decoupled weight decay; its moments are kept among the weights, so that a run can be taken up again.
 *
 * @see <a href="https://arxiv.org/abs/1711.05101">Loshchilov and Hutter 2019</a>
 */
final class Adam {
    private static final float FIRST = 0.9f;
    private static final float SECOND = 0.99f;
    private static final float EPSILON = 1e-8f;
    private static final float DECAY = 0.02f;
    private static final float MOST = 2; // length of the gradient of all weights; a longer one is shortened to it

    private Adam() {}

    /** One step, {@code step} counted from 1; gradients are 0 afterwards. Gradients that are no numbers change nothing. */
    static void step(NDManager manager, Weights weights, float rate, int step) {
        float unbiasFirst = (float) (1 - Math.pow(FIRST, step));
        float unbiasSecond = (float) (1 - Math.pow(SECOND, step));
        float length = length(manager, weights);
        if (!Float.isFinite(length)) {
            weights.learned().values().forEach(w -> clear(manager, w));
            return;
        }
        float factor = MOST / Math.max(MOST, length);
        weights.learned().forEach((name, w) -> {
            long[] shape = w.getShape().getShape();
            NDArray mean = weights.state("adam.first." + name, 0, shape);
            NDArray square = weights.state("adam.second." + name, 0, shape);
            try (NDManager scratch = manager.newSubManager()) {
                NDArray gradient = w.getGradient();
                gradient.attach(scratch);
                gradient.muli(factor);
                mean.muli(FIRST);
                NDArray part = gradient.mul(1 - FIRST);
                mean.addi(part);
                square.muli(SECOND);
                NDArray squared = gradient.square();
                squared.muli(1 - SECOND);
                square.addi(squared);
                NDArray root = square.div(unbiasSecond);
                root.attach(scratch);
                NDArray divisor = root.sqrt().add(EPSILON);
                NDArray first = mean.div(unbiasFirst);
                first.attach(scratch);
                NDArray change = first.div(divisor).mul(rate);
                if (shape.length > 1) {
                    NDArray decay = w.duplicate();
                    decay.attach(scratch);
                    change = change.add(decay.mul(rate * DECAY));
                }
                w.subi(change);
                gradient.muli(0);
            }
        });
    }

    private static void clear(NDManager manager, NDArray w) {
        try (NDManager scratch = manager.newSubManager()) {
            NDArray gradient = w.getGradient();
            gradient.attach(scratch);
            gradient.set(new float[(int) gradient.size()]);
        }
    }

    private static float length(NDManager manager, Weights weights) {
        double sum = 0;
        for (NDArray w : weights.learned().values()) {
            try (NDManager scratch = manager.newSubManager()) {
                NDArray gradient = w.getGradient();
                gradient.attach(scratch);
                sum += gradient.square().sum().getFloat();
            }
        }
        return (float) Math.sqrt(sum);
    }
}
