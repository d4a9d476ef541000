package org.dorsum.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;

/** How far the network's heads are from the truth. */
final class Losses {
    private static final float[] CLASS_WEIGHTS = {1, 1, 4, 2}; // nails and rings are few
    private static final float NAILS = 0.5f; // their overlap against the skin's
    private static final float POINTS = 0.25f; // a map's cross-entropy runs from 7.7 (uniform) to 3 (exact)
    private static final float KIND = 0.5f; // aspect and side

    private Losses() {}

    /**
     * Takes the weights of the classes out of what the network answers: trained with weights w it gives probabilities in
     * proportion to w p, so that rare classes would be found too often.
     */
    static void unweighted(Weights weights, NDManager manager) {
        shiftClasses(weights, manager, -1);
    }

    /** Puts them back, to train on. */
    static void weighted(Weights weights, NDManager manager) {
        shiftClasses(weights, manager, 1);
    }

    private static void shiftClasses(Weights weights, NDManager manager, int sign) {
        float[] logs = new float[CLASS_WEIGHTS.length];
        for (int c = 0; c < logs.length; c++) {
            logs[c] = sign * (float) Math.log(CLASS_WEIGHTS[c]);
        }
        NDArray bias = weights.learned().get("classes.bias");
        if (bias == null) {
            throw new IllegalArgumentException("these weights are of no trained network");
        }
        try (NDArray change = manager.create(logs)) {
            bias.addi(change);
        }
    }

    /** 1 − Dice overlap of one class over all pictures. */
    private static NDArray apart(NDArray probabilities, NDArray truth, int c) {
        NDArray found = probabilities.get(new NDIndex(":, " + c));
        NDArray real = truth.get(new NDIndex(":, " + c));
        NDArray both = found.mul(real).sum().mul(2).add(1);
        return both.div(found.sum().add(real.sum()).add(1)).neg().add(1);
    }

    /** Sum of all, a scalar; the parts go into {@code parts} as they stand. */
    static NDArray of(HandNet.Heads<NDArray> heads, Batch batch, NDList parts) {
        NDArray logClasses = heads.classes().logSoftmax(1);
        NDArray weights = batch.classes().getManager().create(CLASS_WEIGHTS).reshape(1, HandNet.CLASSES, 1, 1);
        NDArray cross = logClasses
                .mul(batch.classes())
                .mul(weights)
                .sum(new int[] {1})
                .neg()
                .mean();
        NDArray probabilities = logClasses.exp();
        NDArray dice = apart(probabilities, batch.classes(), 1)
                .add(apart(probabilities, batch.classes(), 2).mul(NAILS));
        long n = heads.heat().getShape().get(0);
        NDArray logHeat = heads.heat().reshape(n, HandNet.KEY_POINTS, -1).logSoftmax(2);
        NDArray points =
                logHeat.mul(batch.heat()).sum().neg().div(batch.heat().sum().add(1));
        NDArray aspect =
                heads.aspect().logSoftmax(1).mul(batch.aspect()).sum().neg().div(n);
        NDArray side = heads.side().logSoftmax(1).mul(batch.side()).sum().neg().div(n);
        parts.addAll(new NDList(cross, dice, points, aspect, side));
        return cross.add(dice).add(points.mul(POINTS)).add(aspect.add(side).mul(KIND));
    }
}
