package org.dorsum.skin;

import java.util.Map;
import java.util.Optional;
import org.dorsum.colour.ColourCorrection;
import org.dorsum.hand.Zone;
import org.dorsum.image.Affine;
import org.dorsum.image.Mask;
import org.dorsum.image.Plane;

/**
 * The back of a hand laid out flat at a fixed scale: what all measures run on. Rows run from the wrist (top) to the
 * fingers (bottom), columns as the camera saw them. Immutable.
 *
 * @param pixelsPerMm scale of the planes, the same for every photo
 * @param toPhoto pixels of the planes to pixels of the upright photo
 * @param toHand pixels of the planes to the hand's own coordinates in millimetres
 * @param logLuminance natural logarithm of relative luminance of linear light
 * @param light linear light, by the card's colours where {@code colour} is there, else as the photo has it
 * @param pigment melanin, haemoglobin and shading of that light; for a grey photo all are flat and {@code grey} says so
 * @param usable per zone the pixels that show bare skin: no mask edge, glare or deep shadow
 * @param grey whether the photo carries no colour
 * @param capture how well the photo shows the skin
 * @param colour how the light was corrected by the card in the photo; empty: colours are uncalibrated, the camera's white
 *     balance and exposure being taken as they are
 */
public record Skin(
        double pixelsPerMm,
        Affine toPhoto,
        Affine toHand,
        Plane logLuminance,
        Light light,
        Pigment pigment,
        Map<Zone, Mask> usable,
        boolean grey,
        Capture capture,
        Optional<ColourCorrection> colour) {

    /** Linear light in sRGB primaries, 1 being white, one plane a channel. */
    public record Light(Plane red, Plane green, Plane blue) {}

    /** Optical densities along the three fixed directions of {@link org.dorsum.colour.SkinPigment}, one plane a direction. */
    public record Pigment(Plane melanin, Plane haemoglobin, Plane shading) {}

    /** Copies the zones. */
    public Skin {
        usable = Map.copyOf(usable);
    }

    /** Skin of a photo without a card. */
    public Skin(
            double pixelsPerMm,
            Affine toPhoto,
            Affine toHand,
            Plane logLuminance,
            Light light,
            Pigment pigment,
            Map<Zone, Mask> usable,
            boolean grey,
            Capture capture) {
        this(pixelsPerMm, toPhoto, toHand, logLuminance, light, pigment, usable, grey, capture, Optional.empty());
    }

    /** Columns of the planes. */
    public int width() {
        return logLuminance.width();
    }

    /** Rows of the planes. */
    public int height() {
        return logLuminance.height();
    }

    /** The usable pixels of {@code zone}; none if the zone is not laid out. */
    public Mask usable(Zone zone) {
        Mask mask = usable.get(zone);
        return mask != null ? mask : Mask.none(width(), height());
    }

    /** The same skin seen through other masks, of the same size: for comparing what two photos both show. */
    public Skin withUsable(Map<Zone, Mask> newUsable) {
        return new Skin(pixelsPerMm, toPhoto, toHand, logLuminance, light, pigment, newUsable, grey, capture, colour);
    }
}
