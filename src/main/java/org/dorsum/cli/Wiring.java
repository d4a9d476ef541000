package org.dorsum.cli;

import java.util.Optional;
import org.dorsum.assess.Assessor;
import org.dorsum.hand.HandFinder;
import org.dorsum.hand.ShapeHandFinder;
import org.dorsum.photo.PhotoReader;

/** The parts that the commands are made of. */
record Wiring(PhotoReader reader, HandFinder finder) {

    /** What a user gets. */
    static Wiring real() {
        return new Wiring(PhotoReader.withDefaults(), ShapeHandFinder.withDefaults());
    }

    Assessor assessor() {
        return Assessor.with(finder);
    }

    /** An assessor for photos of a stated scale, in pixels per millimetre. */
    Assessor assessor(Optional<Double> pixelsPerMm) {
        return pixelsPerMm.map(scale -> assessor().withScale(scale)).orElseGet(this::assessor);
    }
}
