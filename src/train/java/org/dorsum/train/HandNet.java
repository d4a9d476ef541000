package org.dorsum.train;

/**
 * The network that finds hands: a residual encoder, a decoder that adds each level to the one above (Lin et al. 2017), and
 * four heads. About 1.5 million weights, 0.3 billion multiplications for one picture.
 *
 * <p>Input: N × 3 × {@value #SIDE} × {@value #SIDE}, sRGB red, green, blue as {@code value / 255 − 0.5}, letterboxed with 0.
 *
 * @see <a href="https://doi.org/10.1109/CVPR.2017.106">Lin et al. 2017</a> for the pyramid
 * @see <a href="https://doi.org/10.1109/CVPR.2016.90">He et al. 2016</a> for the residual blocks
 */
final class HandNet {
    static final int SIDE = 192;
    static final int CLASS_SIDE = SIDE / 2;
    static final int HEAT_SIDE = SIDE / 4;
    static final int CLASSES = 4;
    static final int KEY_POINTS = 21;
    private static final int[] WIDTHS = {16, 32, 64, 96, 128}; // channels at 1/2, 1/4 … 1/32 of the input

    private HandNet() {}

    /**
     * What the network says.
     *
     * @param classes N × 4 × 96 × 96: scores (softmax gives probabilities) of background, skin, nail, jewellery or sleeve
     * @param heat N × 21 × 48 × 48: scores; a softmax over the cells of a map gives where its key point lies
     * @param aspect N × 2: scores of back, palm
     * @param side N × 2: scores of right, left
     */
    record Heads<T>(T classes, T heat, T aspect, T side) {}

    static <T> Heads<T> run(NetOps<T> ops, T picture) {
        T half = ops.relu(ops.normalisedConv("stem", picture, 3, WIDTHS[0], 3, 2));
        T quarter = level(ops, "level1", half, 1, 1);
        T eighth = level(ops, "level2", quarter, 2, 2);
        T sixteenth = level(ops, "level3", eighth, 3, 2);
        T least = level(ops, "level4", sixteenth, 4, 2);

        T up = joined(ops, "join3", least, sixteenth, 3);
        up = joined(ops, "join2", up, eighth, 2);
        T upQuarter = joined(ops, "join1", up, quarter, 1);
        T upHalf = joined(ops, "join0", upQuarter, half, 0);
        T classes = ops.conv("classes", upHalf, WIDTHS[0], CLASSES, 1);

        T points = ops.relu(ops.normalisedConv("points", upQuarter, WIDTHS[1], WIDTHS[1], 3, 1));
        T heat = ops.conv("heat", points, WIDTHS[1], KEY_POINTS, 1);

        T whole = ops.mean(least);
        return new Heads<>(
                classes, heat, ops.dense("aspect", whole, WIDTHS[4], 2), ops.dense("side", whole, WIDTHS[4], 2));
    }

    private static <T> T level(NetOps<T> ops, String name, T x, int width, int blocks) {
        int in = WIDTHS[width - 1];
        int out = WIDTHS[width];
        T y = ops.relu(ops.normalisedConv(name + ".down", x, in, out, 3, 2));
        for (int i = 0; i < blocks; i++) {
            T inner = ops.relu(ops.normalisedConv(name + ".block" + i + ".first", y, out, out, 3, 1));
            y = ops.relu(ops.add(y, ops.normalisedConv(name + ".block" + i + ".second", inner, out, out, 3, 1)));
        }
        return y;
    }

    private static <T> T joined(NetOps<T> ops, String name, T coarse, T fine, int width) {
        T lifted = ops.normalisedConv(name + ".lift", coarse, WIDTHS[width + 1], WIDTHS[width], 1, 1);
        T sum = ops.relu(ops.add(ops.doubled(lifted), fine));
        return ops.relu(ops.normalisedConv(name + ".smooth", sum, WIDTHS[width], WIDTHS[width], 3, 1));
    }
}
