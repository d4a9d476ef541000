package org.dorsum.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as text: always with a point, never in exponent form, the same on every machine. */
final class Numbers {
    private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

    private Numbers() {}

    /** A finite number with at most six significant digits, for files. */
    static BigDecimal decimal(double value) {
        BigDecimal d = new BigDecimal(value).round(SIX_DIGITS).stripTrailingZeros();
        return d.scale() < 0 ? d.setScale(0, RoundingMode.UNNECESSARY) : d;
    }

    /** A finite number with at most six significant digits, as the text of a cell. */
    static String cell(double value) {
        return decimal(value).toPlainString();
    }

    /** Decimals that show two digits of {@code error}; three digits of {@code value} where there is no error. */
    private static int decimals(double value, double error) {
        double size = error > 0 ? error : Math.abs(value) / 10;
        if (!(size > 0)) {
            return 0;
        }
        return Math.max(0, Math.min(6, 1 - (int) Math.floor(Math.log10(size))));
    }

    /** As {@link #decimals}, but none for a whole number without error, such as a count. */
    static int decimalsOf(double value, double standardError) {
        double error = standardError > 1e-9 * Math.abs(value) ? standardError : 0; // rounding is no error
        return error == 0 && value == Math.rint(value) ? 0 : decimals(value, error);
    }

    /** Decimals that show three digits of the larger of two values; none if both are whole. */
    static int commonDecimals(double a, double b) {
        boolean whole = a == Math.rint(a) && b == Math.rint(b);
        return whole ? 0 : decimals(Math.max(Math.abs(a), Math.abs(b)), 0);
    }

    /** A number for people, with a true minus sign. */
    static String fixed(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        boolean zero = text.chars().allMatch(c -> c == '-' || c == '0' || c == '.');
        return zero ? text.replace("-", "") : text.replace('-', '\u2212');
    }

    /** An error as it stands beside its value: {@code ± 0.31}; empty where there is none. */
    static String error(double value, double standardError, int decimals) {
        return standardError > 1e-9 * Math.abs(value) ? "± " + fixed(standardError, decimals) : "";
    }

    /** A change in percent with its sign: {@code −18 %}, {@code +0.4 %}. */
    static String signedPercent(double percent) {
        return signed(percent) + " %";
    }

    /** A change with its sign, whole from 1 on and with one decimal below. */
    static String signed(double percent) {
        String text = fixed(percent, Math.abs(percent) < 0.95 ? 1 : 0);
        return text.equals("0.0") ? "0" : percent > 0 ? "+" + text : text;
    }
}
