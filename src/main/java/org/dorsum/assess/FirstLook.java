package org.dorsum.assess;

import java.util.List;
import org.dorsum.photo.Finding;

/**
 * What can be said of a photo before it is measured.
 *
 * @param usable whether there is a hand whose skin can be measured
 * @param findings what the user should know, most severe first; with an error among them if it is not usable
 */
public record FirstLook(boolean usable, List<Finding> findings) {

    /** Copies the findings. */
    public FirstLook {
        findings = List.copyOf(findings);
    }
}
