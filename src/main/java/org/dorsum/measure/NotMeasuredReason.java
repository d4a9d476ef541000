package org.dorsum.measure;

import java.util.Locale;

/** Why a metric has no value. */
public enum NotMeasuredReason {
    /** This release does not measure it. */
    NOT_YET_AVAILABLE("not yet available"),
    /** The zone is off the photo, bent away from view or covered. */
    ZONE_NOT_SEEN("the zone is not in view: cut off, bent away or covered"),
    /** Fewer tiles of bare, well-lit skin than a value needs. */
    TOO_LITTLE_SKIN("too little bare, well-lit skin in the zone"),
    /** The photo is not sharp enough to show what would be measured. */
    TOO_BLURRED("the photo is not sharp enough"),
    /** The photo has too few pixels on the hand. */
    RESOLUTION_TOO_LOW("the photo has too few pixels per millimetre of skin"),
    /** The photo is grey. */
    NO_COLOUR("the photo carries no colour"),
    /** There is nothing that the value could be a property of: no line has a width where there is no line. */
    NOTHING_FOUND("nothing was found that could have this property"),
    /** What was found lies in one place: there is a value but no telling how sure it is. */
    TOO_FEW_FOUND("too few were found to know how sure the value is"),
    /** So much hair lies over the zone that too little bare skin is left. */
    TOO_MUCH_HAIR("hair covers too much of the zone"),
    /** The skin's light is so near the camera's end that its curve bends colour. */
    TOO_BRIGHT("the skin is so bright that the camera bends its colour");

    private final String text;

    NotMeasuredReason(String text) {
        this.text = text;
    }

    /** For people: part of a sentence. */
    public String text() {
        return text;
    }

    /** The name in files: lower case, words joined by hyphens. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
