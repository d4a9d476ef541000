package org.dorsum.report;

import org.dorsum.compare.CoursePlan;

/** What a hand of a course is called: the person, which hand, whether treated, which arm. */
final class HandName {
    private HandName() {}

    static String of(CoursePlan.Hand hand, Words words) {
        String side =
                hand.side().isEmpty() ? "" : words.get(hand.side().equals("left") ? "course.left" : "course.right");
        String treated = hand.treated()
                .map(t -> words.get(t ? "course.treated" : "course.untreated"))
                .orElse("");
        return hand.subject() + side + treated + (hand.arm().isEmpty() ? "" : ", " + hand.arm());
    }
}
