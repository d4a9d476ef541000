package org.dorsum.clinic;

import java.nio.file.Path;
import java.util.Optional;
import org.dorsum.hand.HandNetwork;
import org.dorsum.hand.NetworkHandFinder;
import org.dorsum.hand.UnusableModelException;

/** The real web app in a folder of a test, on a free port. */
final class TestClinic {
    private TestClinic() {}

    static Clinic in(Path folder) throws CannotStartException, UnusableModelException {
        return with(settings(folder));
    }

    static ClinicSettings settings(Path folder) {
        return ClinicSettings.in(folder.resolve("data"))
                .withAddress("127.0.0.1", 0)
                .withKeyFile(Optional.of(folder.resolve("key")));
    }

    static Clinic with(ClinicSettings settings) throws CannotStartException, UnusableModelException {
        return Clinic.start(settings, NetworkHandFinder.with(HandNetwork.open(HandNetwork.shippedFolder())));
    }
}
