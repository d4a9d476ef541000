package org.dorsum.photo;

import java.util.Optional;
import org.dorsum.image.SampleChange;

/**
 * How a photo's samples become sRGB: decided before a pixel is decoded.
 *
 * @param profile name of the space the samples are in, for the provenance
 * @param change what is done to the samples
 * @param finding what the user should know about it
 */
record ColourPlan(String profile, SampleChange change, Optional<Finding> finding) {
    private static final String SRGB = RgbSpace.SRGB.name();

    /** An embedded description counts before what the camera says in EXIF. */
    static ColourPlan of(DeclaredColour declared, Exif.Colour camera) {
        if (declared instanceof DeclaredColour.Icc icc) {
            return of(icc.profile());
        }
        if (declared instanceof DeclaredColour.Known known) {
            return of(known.space());
        }
        if (declared instanceof DeclaredColour.Unreadable unreadable) {
            return unreadable(unreadable.why());
        }
        return switch (camera) {
            case SRGB -> of(RgbSpace.SRGB);
            case ADOBE_RGB -> of(RgbSpace.ADOBE_RGB);
            case UNKNOWN ->
                new ColourPlan(
                        SRGB,
                        SampleChange.none(),
                        Optional.of(new Finding(
                                "colour-space-unknown",
                                Finding.Severity.WARNING,
                                "The camera says that the colours are not sRGB, but not what they are; they were read as"
                                        + " sRGB.",
                                "Save photos in sRGB or with their colour profile embedded.")));
        };
    }

    private static ColourPlan of(byte[] profile) {
        try {
            IccProfile.Kind kind = IccProfile.read(profile);
            return kind instanceof IccProfile.Kind.Primaries primaries
                    ? of(primaries.space())
                    : new ColourPlan("embedded RGB profile (tables)", EngineConversion.of(profile), Optional.empty());
        } catch (Refusal broken) {
            return unreadable(broken.what());
        }
    }

    private static ColourPlan of(RgbSpace space) {
        return MatrixConversion.isSrgbWithinRounding(space)
                ? new ColourPlan(SRGB, SampleChange.none(), Optional.empty())
                : new ColourPlan(space.name(), new MatrixConversion(space), Optional.empty());
    }

    private static ColourPlan unreadable(String why) {
        return new ColourPlan(
                SRGB,
                SampleChange.none(),
                Optional.of(new Finding(
                        "colour-profile-unreadable",
                        Finding.Severity.WARNING,
                        "The embedded colour profile cannot be used (" + why + "); the colours were read as sRGB.",
                        "Save the photo in sRGB, or do not compare its tone with that of other photos.")));
    }
}
