package org.dorsum.photo;

/** A 3 × 3 matrix, row by row. Immutable. */
record Matrix3(double... m) {
    Matrix3 {
        if (m.length != 9) {
            throw new IllegalArgumentException("a 3 × 3 matrix has 9 elements, not " + m.length);
        }
        m = m.clone();
    }

    static Matrix3 diagonal(double a, double b, double c) {
        return new Matrix3(a, 0, 0, 0, b, 0, 0, 0, c);
    }

    double at(int row, int column) {
        return m[3 * row + column];
    }

    /** This matrix times {@code right}: {@code right} is applied first. */
    Matrix3 times(Matrix3 right) {
        double[] p = new double[9];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                p[3 * i + j] = at(i, 0) * right.at(0, j) + at(i, 1) * right.at(1, j) + at(i, 2) * right.at(2, j);
            }
        }
        return new Matrix3(p);
    }

    double[] times(double x, double y, double z) {
        return new double[] {
            at(0, 0) * x + at(0, 1) * y + at(0, 2) * z,
            at(1, 0) * x + at(1, 1) * y + at(1, 2) * z,
            at(2, 0) * x + at(2, 1) * y + at(2, 2) * z
        };
    }

    double determinant() {
        return at(0, 0) * cofactor(0, 0) + at(0, 1) * cofactor(0, 1) + at(0, 2) * cofactor(0, 2);
    }

    /** The matrix that undoes this one. */
    Matrix3 inverse() {
        double d = determinant();
        if (!(Math.abs(d) > 1e-9)) {
            throw new ArithmeticException("the matrix cannot be inverted");
        }
        double[] p = new double[9];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                p[3 * j + i] = cofactor(i, j) / d;
            }
        }
        return new Matrix3(p);
    }

    /** Whether no element differs by more than {@code tolerance}. */
    boolean near(Matrix3 other, double tolerance) {
        for (int i = 0; i < m.length; i++) {
            if (!(Math.abs(m[i] - other.m[i]) <= tolerance)) {
                return false;
            }
        }
        return true;
    }

    private double cofactor(int i, int j) {
        int r1 = (i + 1) % 3;
        int r2 = (i + 2) % 3;
        int c1 = (j + 1) % 3;
        int c2 = (j + 2) % 3;
        return at(r1, c1) * at(r2, c2) - at(r1, c2) * at(r2, c1);
    }
}
