package org.dorsum.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.dorsum.hand.HandFinder;
import org.dorsum.hand.HandNetwork;
import org.dorsum.hand.NetworkHandFinder;
import org.dorsum.hand.UnusableModelException;
import org.dorsum.photo.PhotoReader;

/** The parts that the commands are made of. */
record Wiring(PhotoReader reader, Finders finders) {
    /** Where a finder of hands comes from. */
    @FunctionalInterface
    interface Finders {
        /** A finder with the model of that folder, or with the one that comes along. */
        HandFinder open(Optional<Path> model) throws UnusableModelException;
    }

    /** What a user gets. */
    static Wiring real() {
        return new Wiring(
                PhotoReader.withDefaults(),
                model -> NetworkHandFinder.with(HandNetwork.open(model.orElseGet(HandNetwork::shippedFolder))));
    }
}
