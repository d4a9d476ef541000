package org.dorsum.hand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dorsum.assess.Assessment;
import org.dorsum.assess.Assessor;
import org.dorsum.image.Point;
import org.dorsum.image.Polygon;
import org.dorsum.measure.Metric;
import org.dorsum.measure.Outcome;
import org.dorsum.photo.Finding;
import org.dorsum.photo.Photo;
import org.dorsum.support.EllipseHandFinder;
import org.dorsum.support.Pictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrectedHandFinderTest {
    private static final Photo PHOTO = Pictures.photo("hand.jpg", Pictures.skin(1));
    private static final HandFinder FINDER = new EllipseHandFinder();
    private static final HandFinder BLIND = new HandFinder() {
        @Override
        public Outcome find(Photo photo, ScaleHint hint) {
            return new Outcome.NotFound(List.of(FinderFindings.NO_HAND));
        }

        @Override
        public String identity() {
            return "blind 1";
        }
    };

    private static Hand found(HandFinder finder) {
        return ((HandFinder.Outcome.Found) finder.find(PHOTO, ScaleHint.none())).hand();
    }

    /** What the finder would have found itself, drawn by hand, changes no number. */
    @Test
    void drawingWhatWasFoundMeasuresTheSame() {
        Hand hand = found(FINDER);
        HandCorrection same = new HandCorrection(Optional.empty(), hand.zones());
        Assessment found = Assessor.with(FINDER).assess(PHOTO);
        Assessment drawn = Assessor.with(CorrectedHandFinder.of(FINDER, same)).assess(PHOTO);
        for (Metric metric : Metric.values()) {
            assertThat(drawn.outcome(Zone.DORSUM, metric)).isEqualTo(found.outcome(Zone.DORSUM, metric));
        }
        assertThat(drawn.findings()).extracting(Finding::code).contains("corrected-by-hand");
        assertThat(drawn.method().handFinder()).startsWith("ellipse 1+corrected:");
    }

    @Test
    void aDrawnZoneTakesTheFoundOnesPlaceAndTheRestStands() {
        Hand hand = found(FINDER);
        Polygon drawn = square(200, 200, 60);
        Hand corrected =
                found(CorrectedHandFinder.of(FINDER, new HandCorrection(Optional.empty(), Map.of(Zone.DORSUM, drawn))));
        assertThat(corrected.dorsum()).isEqualTo(drawn);
        assertThat(corrected.skin()).isEqualTo(hand.skin());
        assertThat(corrected.scale()).isEqualTo(hand.scale());
        assertThat(corrected.side()).isEqualTo(hand.side());
    }

    /** 201 × 201 pixels. */
    @Test
    void aDrawnOutlineIsTheSkin() {
        Hand corrected =
                found(CorrectedHandFinder.of(FINDER, new HandCorrection(Optional.of(square(250, 200, 100)), Map.of())));
        assertThat(corrected.skin().count()).isEqualTo(201 * 201);
        assertThat(corrected.skin().contains(250, 200)).isTrue();
        assertThat(corrected.skin().contains(360, 200)).isFalse();
        assertThat(corrected.confidence()).isEqualTo(1);
    }

    @Test
    void whereNoHandWasFoundADrawnOneIsMeasured() {
        List<Point> hand = new ArrayList<>(); // a palm with a wrist and one finger
        hand.addAll(List.of(new Point(200, 419), new Point(190, 300), new Point(150, 180), new Point(180, 120)));
        hand.addAll(List.of(new Point(250, 100), new Point(255, 10), new Point(295, 10), new Point(300, 100)));
        hand.addAll(List.of(new Point(370, 120), new Point(400, 180), new Point(360, 300), new Point(350, 419)));
        HandCorrection drawn = new HandCorrection(Optional.of(new Polygon(hand)), Map.of());
        assertThat(Assessor.with(BLIND).assess(PHOTO).status()).isEqualTo(Assessment.Status.REJECTED);
        Assessment corrected =
                Assessor.with(CorrectedHandFinder.of(BLIND, drawn)).assess(PHOTO);
        assertThat(corrected.status()).isEqualTo(Assessment.Status.MEASURED);
        assertThat(corrected.measurements()).anyMatch(m -> m.outcome() instanceof Outcome.Measured);
    }

    @Test
    void aZoneAloneMakesNoHand() {
        HandFinder finder = CorrectedHandFinder.of(
                BLIND, new HandCorrection(Optional.empty(), Map.of(Zone.DORSUM, square(200, 200, 60))));
        assertThat(finder.find(PHOTO, ScaleHint.none())).isInstanceOf(HandFinder.Outcome.NotFound.class);
    }

    @Test
    void otherOutlinesHaveAnotherIdentity() {
        assertThat(identity(60)).isEqualTo(identity(60)).isNotEqualTo(identity(61));
    }

    private static String identity(double half) {
        return CorrectedHandFinder.of(FINDER, new HandCorrection(Optional.of(square(200, 200, half)), Map.of()))
                .identity();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, 1e9, 0})
    void nonsenseIsNoCorrection(double half) {
        assertThatThrownBy(() -> new HandCorrection(Optional.of(square(200, 200, half)), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HandCorrection(Optional.empty(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Polygon square(double x, double y, double half) {
        return new Polygon(List.of(
                new Point(x - half, y - half),
                new Point(x + half, y - half),
                new Point(x + half, y + half),
                new Point(x - half, y + half)));
    }
}
