package org.dorsum.train;

/**
 * The operations a network is written in. One description of a network runs on every implementation: as tensors for training
 * ({@link TorchOps}), as nodes of a file ({@link OnnxOps}). Feature maps are N × C × H × W.
 *
 * @param <T> what stands for a feature map
 */
interface NetOps<T> {

    /** Convolution without bias, normalised over the batch: {@code kernel} × {@code kernel}, padded to keep the size at stride 1. */
    T normalisedConv(String name, T x, int in, int out, int kernel, int stride);

    /** Convolution with bias. */
    T conv(String name, T x, int in, int out, int kernel);

    /** {@code max(0, x)}. */
    T relu(T x);

    /** Sum of two maps of the same shape. */
    T add(T a, T b);

    /** Twice as high and wide, every value four times. */
    T doubled(T x);

    /** Mean over height and width: N × C. */
    T mean(T x);

    /** Affine map of the last axis. */
    T dense(String name, T x, int in, int out);
}
