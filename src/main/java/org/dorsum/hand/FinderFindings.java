package org.dorsum.hand;

import org.dorsum.photo.Finding;

/** What every finder says in the same words. */
final class FinderFindings {
    static final Finding NO_HAND = new Finding(
            "no-hand",
            Finding.Severity.ERROR,
            "No hand was found in the photo.",
            "Photograph one whole hand, back up, on a plain surface of another colour than the skin.");
    static final Finding OUTLINE_UNCERTAIN = new Finding(
            "hand-outline-uncertain",
            Finding.Severity.WARNING,
            "The outline of the hand may be wrong: hand and background are hard to tell apart.",
            "Check the outline, or photograph the hand on a plain surface of another colour.");

    private FinderFindings() {}
}
