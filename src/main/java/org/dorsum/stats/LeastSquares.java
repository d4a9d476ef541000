package org.dorsum.stats;

import java.util.List;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * Generalised least squares: {@code β = (XᵀV⁻¹X)⁻¹XᵀV⁻¹y} with errors of covariance V, block by independent block.
 *
 * @see <a href="https://doi.org/10.1017/S0370164600014346">Aitken 1936</a>
 */
final class LeastSquares {
    private final RealVector coefficients;
    private final RealMatrix covariance;
    private final double misfit;
    private final double logDeterminant;

    private LeastSquares(RealVector coefficients, RealMatrix covariance, double misfit, double logDeterminant) {
        this.coefficients = coefficients;
        this.covariance = covariance;
        this.misfit = misfit;
        this.logDeterminant = logDeterminant;
    }

    /**
     * Observations whose errors are independent of all other blocks'.
     *
     * @param design one row an observation, one column a coefficient
     * @param covariance of the observations' errors, positive definite
     */
    record Block(double[][] design, double[] observed, double[][] covariance) {}

    /** The fit; the columns of all designs together must differ. */
    static LeastSquares fit(List<Block> blocks) {
        int columns = blocks.get(0).design()[0].length;
        RealMatrix information = MatrixUtils.createRealMatrix(columns, columns);
        RealVector pull = MatrixUtils.createRealVector(new double[columns]);
        double square = 0;
        double logDeterminant = 0;
        for (Block block : blocks) {
            RealMatrix x = MatrixUtils.createRealMatrix(block.design());
            RealVector y = MatrixUtils.createRealVector(block.observed());
            CholeskyDecomposition v = cholesky(MatrixUtils.createRealMatrix(block.covariance()));
            DecompositionSolver weights = v.getSolver();
            RealMatrix wx = weights.solve(x);
            information = information.add(x.transpose().multiply(wx));
            pull = pull.add(wx.transpose().operate(y));
            square += y.dotProduct(weights.solve(y));
            logDeterminant += logDeterminant(v);
        }
        CholeskyDecomposition i = cholesky(information);
        RealVector beta = i.getSolver().solve(pull);
        return new LeastSquares(
                beta,
                i.getSolver().getInverse(),
                Math.max(0, square - beta.dotProduct(pull)),
                logDeterminant + logDeterminant(i));
    }

    private static CholeskyDecomposition cholesky(RealMatrix matrix) {
        // Rounding leaves it a little unlike its transpose, which is no error.
        return new CholeskyDecomposition(matrix, 1e-8, 1e-14);
    }

    /** Sum of logarithms: the determinant itself would leave the range of numbers. */
    private static double logDeterminant(CholeskyDecomposition matrix) {
        RealMatrix l = matrix.getL();
        double sum = 0;
        for (int i = 0; i < l.getRowDimension(); i++) {
            sum += 2 * Math.log(l.getEntry(i, i));
        }
        return sum;
    }

    /** One coefficient. */
    double coefficient(int i) {
        return coefficients.getEntry(i);
    }

    /** Variance of a coefficient where the covariance is what was stated. */
    double variance(int i) {
        return covariance.getEntry(i, i);
    }

    /** Weighted sum of squares that is left: chi-squared with as many degrees of freedom as observations exceed coefficients. */
    double misfit() {
        return misfit;
    }

    /** {@code ln|V| + ln|XᵀV⁻¹X|}: the part of the restricted likelihood that does not depend on what was observed. */
    double logDeterminant() {
        return logDeterminant;
    }
}
