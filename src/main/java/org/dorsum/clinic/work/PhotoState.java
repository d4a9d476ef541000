package org.dorsum.clinic.work;

import java.util.List;
import java.util.Optional;
import org.dorsum.photo.Finding;

/**
 * What is known of a photo so far.
 *
 * @param measuring how far measuring it has come
 * @param usable whether it shows a hand that can be measured; absent until it was looked at
 * @param findings what is wrong with it and what to do, most severe first: of the first look, then of the measuring
 * @param status {@code measured} or {@code rejected} once there is a result
 * @param corrected whether the result is that of outlines a person drew
 */
public record PhotoState(
        Progress measuring,
        Optional<Boolean> usable,
        List<Finding> findings,
        Optional<String> status,
        boolean corrected) {

    /** Copies the findings. */
    public PhotoState {
        findings = List.copyOf(findings);
    }
}
