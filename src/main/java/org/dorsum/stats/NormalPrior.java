package org.dorsum.stats;

import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DiagonalMatrix;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * What is known of several quantities before they are observed: a normal distribution with correlations. Immutable; the quantities'
 * unit is the caller's.
 */
public final class NormalPrior {
    private final RealVector mean;
    private final RealMatrix precision;
    private final RealVector pull; // precision times mean

    private NormalPrior(RealVector mean, RealMatrix precision) {
        this.mean = mean;
        this.precision = precision;
        this.pull = precision.operate(mean);
    }

    /**
     * A distribution.
     *
     * @param covariance symmetric and positive definite, as many rows as means
     * @throws IllegalArgumentException if it is not
     */
    public static NormalPrior of(double[] mean, double[][] covariance) {
        if (covariance.length != mean.length) {
            throw new IllegalArgumentException(mean.length + " means need as many rows of covariance");
        }
        RealMatrix matrix = MatrixUtils.createRealMatrix(covariance);
        RealMatrix inverse = new CholeskyDecomposition(matrix).getSolver().getInverse();
        // Rounding has made it a little unlike its transpose.
        RealMatrix symmetric = inverse.add(inverse.transpose()).scalarMultiply(0.5);
        return new NormalPrior(new ArrayRealVector(mean), symmetric);
    }

    /** The means, a copy. */
    public double[] mean() {
        return mean.toArray();
    }

    /**
     * Means after one observation of each quantity with independent normal errors: the solution x of (P + D) x = P m + D z, with P
     * the prior's precision, m its means, z what was observed, D the observations' precisions on a diagonal (Gelman et al. 2013,
     * Bayesian Data Analysis, 3.5).
     *
     * @param observed one value a quantity
     * @param precisions 1 / variance of each, at least 0; 0 is not observed at all
     */
    public double[] posteriorMean(double[] observed, double[] precisions) {
        RealVector weighted = new ArrayRealVector(observed).ebeMultiply(new ArrayRealVector(precisions));
        return new CholeskyDecomposition(precision.add(new DiagonalMatrix(precisions)))
                .getSolver()
                .solve(pull.add(weighted))
                .toArray();
    }
}
