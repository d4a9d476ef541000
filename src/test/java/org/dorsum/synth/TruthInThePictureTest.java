package org.dorsum.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.dorsum.synth.AgedHand.person;
import static org.dorsum.synth.AgedHand.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dorsum.image.Point;
import org.junit.jupiter.api.Test;

/** Spots and lines as they appear in the picture against what the truth file says of them. */
class TruthInThePictureTest {
    @Test
    void spotsInThePictureHaveTheAreaTheTruthStates() {
        Subject s = person();
        Conditions c = Conditions.clinic(5, 800, 600).neutral();
        RenderedHand with = render(s, Treatment.NONE, c);
        RenderedHand without = render(s, Treatment.parse("spots=-100"), c);
        Truth.SpotTruth spot = with.truth().spots().stream()
                .filter(p -> p.outline().size() >= 3)
                .max(java.util.Comparator.comparingInt(Truth.SpotTruth::areaPixels))
                .orElseThrow();
        // Where at least half of the darkest change of blue density shows, in the spot's own neighbourhood.
        int reach = (int) Math.sqrt(spot.areaPixels()) + 4;
        int x0 = (int) spot.centre().x();
        int y0 = (int) spot.centre().y();
        double[][] change = new double[2 * reach + 1][2 * reach + 1];
        for (int y = -reach; y <= reach; y++) {
            for (int x = -reach; x <= reach; x++) {
                change[y + reach][x + reach] = density(with, without, x0 + x, y0 + y);
            }
        }
        double most = middle(change, spot.areaPixels());
        int seen = 0;
        for (double[] row : change) {
            for (double d : row) {
                seen += d > most / 2 ? 1 : 0;
            }
        }
        assertThat((double) seen).isCloseTo(spot.areaPixels(), within(0.03 * spot.areaPixels()));
        double mm2 =
                spot.areaPixels() / (with.truth().pixelsPerMm() * with.truth().pixelsPerMm());
        // The hand is curved and nearer to or farther from the camera than where the scale is stated: some percent.
        assertThat(mm2).isCloseTo(spot.areaMm2(), within(0.08 * spot.areaMm2()));
    }

    private static double density(RenderedHand with, RenderedHand without, int x, int y) {
        return Math.log((without.image().sample(x, y, 2) + 1.0) / (with.image().sample(x, y, 2) + 1.0));
    }

    /** The change in the middle of the spot: the median of as many of the largest changes as it has pixels. */
    private static double middle(double[][] change, int area) {
        List<Double> all = new ArrayList<>();
        for (double[] row : change) {
            for (double d : row) {
                all.add(d);
            }
        }
        all.sort(Collections.reverseOrder());
        return all.get(area / 3);
    }

    @Test
    void aLineRunsWhereTheTruthSays() {
        Subject s = person();
        Conditions c = Conditions.clinic(5, 1000, 750);
        RenderedHand with = render(s, Treatment.parse("lines=200,spots=-100,roughness=-100"), c);
        RenderedHand without = render(s, Treatment.parse("lines=-100,spots=-100,roughness=-100"), c);
        int found = 0;
        int looked = 0;
        for (Truth.LineTruth line : with.truth().lines()) {
            for (int i = 2; i + 2 < line.path().size(); i += 3) {
                Point p = line.path().get(i);
                double on = contrast(with, without, p, 1);
                Point along = line.path().get(i + 1).minus(line.path().get(i - 1));
                double far = 1.1 * c.setup().pixelsPerMm();
                Point across = new Point(-along.y(), along.x()).times(far / Math.hypot(along.x(), along.y()));
                double off = Math.max(
                        contrast(with, without, p.plus(across), 0), contrast(with, without, p.minus(across), 0));
                looked++;
                found += on > off ? 1 : 0;
            }
        }
        assertThat(looked).isGreaterThan(100);
        // Other lines cross or run beside some of the points; most stand out from both sides.
        assertThat((double) found / looked).isGreaterThan(0.75);
    }

    private static double contrast(RenderedHand with, RenderedHand without, Point p, int around) {
        double most = 0;
        for (int y = (int) Math.rint(p.y()) - around; y <= Math.rint(p.y()) + around; y++) {
            for (int x = (int) Math.rint(p.x()) - around; x <= Math.rint(p.x()) + around; x++) {
                if (x >= 0 && y >= 0 && x < 1000 && y < 750) {
                    most = Math.max(
                            most,
                            Math.abs(with.image().sample(x, y, 1)
                                    - without.image().sample(x, y, 1)));
                }
            }
        }
        return most;
    }

    @Test
    void lineLengthsInThePictureAreThoseOnTheSkin() {
        RenderedHand hand = render(person(), Treatment.NONE, Conditions.clinic(5, 1000, 750));
        double perMm = hand.truth().pixelsPerMm();
        double onSkin = 0;
        double inPicture = 0;
        for (Truth.LineTruth line : hand.truth().lines()) {
            if (line.path().size() > 0.97 * line.lengthMm() / 0.8 && middle(line, hand.truth())) {
                onSkin += line.lengthMm();
                inPicture += line.lengthPixels() / perMm;
            }
        }
        assertThat(onSkin).isGreaterThan(100);
        assertThat(inPicture).isCloseTo(onSkin, within(0.03 * onSkin));
    }

    /** Whether a line lies on the flat of the back, where foreshortening is small. */
    private static boolean middle(Truth.LineTruth line, Truth truth) {
        Point a = truth.keyPoints().get(0);
        Point b = truth.keyPoints().get(9);
        Point centre = a.plus(b).times(0.5);
        double reach = 0.28 * a.distanceTo(b);
        return line.path().stream().allMatch(p -> p.distanceTo(centre) < reach);
    }
}
