package org.dorsum.assess;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dorsum.photo.Finding;

/** What a photo's colours rest on. */
public enum Calibration {
    /** On the patches of Dorsum's card in the photo: colours under D65, which hold between photos. */
    CALIBRATED,
    /** On the camera's own white balance and exposure: differences within the photo hold, others warn. */
    UNCALIBRATED;

    /** The name in files and before people: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The code of the finding that says so. */
    String code() {
        return "colour-" + label();
    }

    /** What the findings say; nothing of a photo without colour or without numbers. */
    static Optional<Calibration> of(List<Finding> findings) {
        for (Calibration c : values()) {
            if (findings.stream().anyMatch(f -> f.code().equals(c.code()))) {
                return Optional.of(c);
            }
        }
        return Optional.empty();
    }
}
