package org.dorsum.support;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dorsum.hand.Aspect;
import org.dorsum.hand.Hand;
import org.dorsum.hand.HandFinder;
import org.dorsum.hand.HandFrame;
import org.dorsum.hand.Scale;
import org.dorsum.hand.ScaleHint;
import org.dorsum.hand.ScaleReading;
import org.dorsum.hand.Side;
import org.dorsum.hand.Zone;
import org.dorsum.image.Mask;
import org.dorsum.image.Point;
import org.dorsum.image.Polygon;
import org.dorsum.photo.Finding;
import org.dorsum.photo.Photo;

/** Finds an ellipse in the middle of every photo whose middle is not black; for tests of what comes after finding. */
public final class EllipseHandFinder implements HandFinder {
    @Override
    public Outcome find(Photo photo, ScaleHint hint) {
        Point middle = new Point(photo.width() / 2.0, photo.height() / 2.0);
        if (photo.pixels().packed((int) middle.x(), (int) middle.y()) == 0) {
            return new Outcome.NotFound(
                    List.of(new Finding("no-hand", Finding.Severity.ERROR, "No hand was found.", "Add one.")));
        }
        Mask skin = Mask.of(
                photo.width(),
                photo.height(),
                (x, y) -> Math.hypot(
                                (x - middle.x()) / (0.45 * photo.width()), (y - middle.y()) / (0.45 * photo.height()))
                        < 1);
        ScaleReading scale =
                ScaleReading.of(photo, hint, new Scale(photo.width() / 80.0, Scale.Source.ESTIMATED, 0.4), middle);
        return new Outcome.Found(new Hand(
                skin,
                new HandFrame(middle, -Math.PI / 2),
                List.of(),
                Aspect.DORSAL,
                Side.LEFT,
                0.9,
                scale.scale(),
                Map.of(Zone.DORSUM, ellipse(middle, 0.38 * photo.width(), 0.38 * photo.height())),
                scale.findings(),
                Optional.empty()));
    }

    private static Polygon ellipse(Point middle, double a, double b) {
        return new Polygon(IntStream.range(0, 48)
                .mapToObj(i ->
                        middle.plus(new Point(a * Math.cos(2 * Math.PI * i / 48), b * Math.sin(2 * Math.PI * i / 48))))
                .toList());
    }

    @Override
    public String identity() {
        return "ellipse 1";
    }
}
