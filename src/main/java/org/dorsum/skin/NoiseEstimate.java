package org.dorsum.skin;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dorsum.image.Affine;
import org.dorsum.image.Mask;
import org.dorsum.image.RgbImage;
import org.dorsum.stats.Quantiles;

/**
 * Estimates {@link NoiseCurve} on bare skin: in windows of the photo, the median absolute diagonal Haar difference of
 * relief light; windows are grouped by their light, the quietest quarter of each group stands for noise without texture, and
 * a line through the groups' variances is the curve.
 */
final class NoiseEstimate {
    private static final int GROUPS = 4;
    private static final int FEWEST = 8; // windows a group: the quietest quarter is then two or more
    private static final double LIGHT_RANGE = 1.3; // brightest over darkest group; with less, a line has no slope

    private NoiseEstimate() {}

    private record Window(double light, double variance) {}

    /** The curve; empty if hardly any window lies on bare skin. */
    static Optional<NoiseCurve> of(RgbImage photo, Affine toPhoto, Mask bare) {
        return of(photo, NoiseWindows.over(photo, toPhoto, bare));
    }

    /** The curve that windows of the photo give; the same whichever of them is looked at first. */
    static Optional<NoiseCurve> of(RgbImage photo, List<NoiseWindows.Window> windows) {
        double[] logs = new double[NoiseWindows.PIXELS]; // of one window after the other
        Window[] byLight = windows.stream()
                .map(w -> {
                    w.values(photo, ReliefLight.LOG, logs);
                    return window(logs);
                })
                .sorted(Comparator.comparingDouble(Window::light))
                .toArray(Window[]::new);
        return byLight.length < 2 ? Optional.empty() : Optional.of(curve(byLight));
    }

    private static Window window(double[] logs) {
        double light = Math.exp(NoiseWindows.level(logs));
        return new Window(light, Math.pow(light * Quantiles.NORMAL_MAD * NoiseWindows.difference(logs), 2));
    }

    /** Least squares through the groups with both coefficients at least 0; photon noise alone where light hardly varies. */
    private static NoiseCurve curve(Window[] byLight) {
        int groups = Math.max(1, Math.min(GROUPS, byLight.length / FEWEST));
        double[] light = new double[groups];
        double[] variance = new double[groups];
        for (int g = 0; g < groups; g++) {
            Window[] group =
                    Arrays.copyOfRange(byLight, g * byLight.length / groups, (g + 1) * byLight.length / groups);
            light[g] = Quantiles.median(
                    Arrays.stream(group).mapToDouble(Window::light).toArray());
            variance[g] = Quantiles.quantile(
                    Arrays.stream(group).mapToDouble(Window::variance).toArray(), NoiseWindows.QUIET);
        }
        double l = Arrays.stream(light).average().orElseThrow();
        double v = Arrays.stream(variance).average().orElseThrow();
        if (light[groups - 1] < LIGHT_RANGE * light[0]) {
            return new NoiseCurve(0, clamped(v / l));
        }
        double ll = 0;
        double lv = 0;
        for (int g = 0; g < groups; g++) {
            ll += (light[g] - l) * (light[g] - l);
            lv += (light[g] - l) * (variance[g] - v);
        }
        double slope = lv / ll;
        if (slope <= 0) {
            return new NoiseCurve(clamped(v), 0);
        }
        return v - slope * l >= 0 ? new NoiseCurve(clamped(v - slope * l), clamped(slope)) : photons(light, variance);
    }

    private static NoiseCurve photons(double[] light, double[] variance) {
        double ll = 0;
        double lv = 0;
        for (int g = 0; g < light.length; g++) {
            ll += light[g] * light[g];
            lv += light[g] * variance[g];
        }
        return new NoiseCurve(0, clamped(lv / ll));
    }

    private static double clamped(double v) {
        return Math.max(0, Math.min(v, 0.99));
    }
}
