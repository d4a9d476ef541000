package org.dorsum.hand;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.dorsum.colour.ColourCorrection;
import org.dorsum.image.Point;
import org.dorsum.image.RgbImage;
import org.dorsum.photo.Finding;
import org.dorsum.photo.Finding.Severity;
import org.dorsum.photo.Photo;
import org.dorsum.reference.BankCard;
import org.dorsum.reference.PlaneView;
import org.dorsum.reference.ReferenceCard;
import org.dorsum.reference.SquareMarkers;
import org.dorsum.reference.WhiteBalance;

/**
 * The scale of a photo at the hand, pixels per millimetre, and what should be known about it: the one place where what the
 * user states, what lies in the photo and a finder's estimate become a scale.
 *
 * <p>The first of these that there is: the stated scale; Dorsum's card; a marker of stated side; the stated everyday object;
 * the estimate. The card is looked for in every photo, since it also tells colour; the others only if the user names them.
 *
 * @param scale the best that is known
 * @param findings how it is known, where that matters
 * @param colour what the card's patches say about the photo's colours, if it lies there
 */
public record ScaleReading(Scale scale, List<Finding> findings, Optional<ColourCorrection> colour) {
    // The back of the hand is 15 mm nearer or farther than the reference, seen from half a metre.
    private static final double HEIGHT_ERROR = 0.03;
    private static final double TILTED = 15; // degrees: lengths along the tilt are 3.4 % short
    private static final double UNLIKE = 1.35; // times: three standard errors of an estimated scale

    /** Copies the findings. */
    public ScaleReading {
        findings = List.copyOf(findings);
    }

    /**
     * The scale of {@code photo} at the hand.
     *
     * @param estimate what the finder takes from the hand itself
     * @param handPlace centre of the back of the hand, pixels of the upright photo
     */
    public static ScaleReading of(Photo photo, ScaleHint hint, Scale estimate, Point handPlace) {
        return of(photo, hint, () -> ReferenceCard.find(photo.pixels()), estimate, handPlace);
    }

    /**
     * The same where the card has been looked for elsewhere.
     *
     * @param cardSearch what came of looking for the card; asked only if it matters
     */
    static ScaleReading of(
            Photo photo,
            ScaleHint hint,
            Supplier<Optional<ReferenceCard.Sighting>> cardSearch,
            Scale estimate,
            Point handPlace) {
        RgbImage pixels = photo.pixels();
        Optional<ReferenceCard.Sighting> card = cardSearch.get();
        Optional<ColourCorrection> colour = card.flatMap(ReferenceCard.Sighting::colour);
        if (hint.pixelsPerMm().isPresent()) {
            return new ScaleReading(
                    new Scale(hint.pixelsPerMm().getAsDouble(), Scale.Source.GIVEN, 0),
                    card.map(c -> List.of(card(c))).orElse(List.of()),
                    colour);
        }
        if (card.isPresent()) {
            return seen(
                    photo,
                    Scale.Source.CARD,
                    card.get().view(),
                    estimate,
                    handPlace,
                    List.of(card(card.get())),
                    colour);
        }
        List<Finding> missing = new ArrayList<>();
        if (hint.markerMm().isPresent()) {
            Optional<PlaneView> marker =
                    SquareMarkers.find(pixels, hint.markerMm().getAsDouble());
            if (marker.isPresent()) {
                return seen(photo, Scale.Source.MARKER, marker.get(), estimate, handPlace, missing, colour);
            }
            missing.add(new Finding(
                    "marker-not-found",
                    Severity.WARNING,
                    "No ArUco marker was found in the photo.",
                    "Lay the marker flat beside the hand, all of it and a white rim in the photo, without glare."));
        }
        if (hint.object().isPresent()) {
            Optional<PlaneView> object = switch (hint.object().get()) {
                case BANK_CARD -> BankCard.find(pixels);
            };
            if (object.isPresent()) {
                return seen(photo, Scale.Source.REFERENCE, object.get(), estimate, handPlace, missing, colour);
            }
            missing.add(new Finding(
                    "reference-not-found",
                    Severity.WARNING,
                    "No bank card was found in the photo beyond doubt.",
                    "Lay the whole card flat on a plain ground of another colour, nothing touching its edges, and"
                            + " photograph from straight above."));
        }
        missing.add(estimated(estimate));
        return new ScaleReading(estimate, missing, colour);
    }

    private static ScaleReading seen(
            Photo photo,
            Scale.Source source,
            PlaneView view,
            Scale estimate,
            Point handPlace,
            List<Finding> before,
            Optional<ColourCorrection> colour) {
        double perMm = view.pixelsPerMmAt(handPlace);
        double error = Math.hypot(HEIGHT_ERROR, view.relativeErrorAt(handPlace)) * perMm;
        List<Finding> findings = new ArrayList<>(before);
        double tilt = view.tiltDegrees(new Point((photo.width() - 1) / 2.0, (photo.height() - 1) / 2.0));
        if (tilt > TILTED) {
            findings.add(new Finding(
                    "view-tilted",
                    Severity.WARNING,
                    String.format(Locale.ROOT, "The view is tilted by %.0f°.", tilt),
                    "Photograph from straight above, the camera parallel to the table."));
        }
        double ratio = estimate.pixelsPerMm() / perMm;
        if (Math.max(ratio, 1 / ratio) > UNLIKE) {
            findings.add(new Finding(
                    "scale-unlike-hand",
                    Severity.WARNING,
                    String.format(
                            Locale.ROOT, "By this scale the hand is %.2f times as broad as an average one.", ratio),
                    "Check the stated size, that the card was printed at 100 %, and that it lies beside the hand."));
        }
        return new ScaleReading(new Scale(perMm, source, error), findings, colour);
    }

    private static Finding card(ReferenceCard.Sighting card) {
        String colour = card.whiteBalance().map(ScaleReading::colour).orElse("its grey steps cannot be used");
        return new Finding(
                "card-found",
                Severity.INFO,
                String.format(
                        Locale.ROOT,
                        "The reference card lies in the photo (%d of 4 squares); %s.",
                        card.markers(),
                        colour),
                card.colour().isPresent()
                        ? String.format(
                                Locale.ROOT,
                                "Colours are corrected by it; its own patches are left %.1f ΔE00 off.",
                                card.colour().get().residual())
                        : "Colours are not corrected by it: its patches are clipped, dark or do not agree.");
    }

    private static String colour(WhiteBalance balance) {
        return String.format(
                Locale.ROOT,
                "its grey steps turn grey with red × %.3f and blue × %.3f (± %.1f %%)",
                balance.red(),
                balance.blue(),
                100 * balance.standardError());
    }

    private static Finding estimated(Scale scale) {
        return new Finding(
                "scale-estimated",
                Severity.INFO,
                String.format(
                        Locale.ROOT,
                        "Millimetres are estimated from an average hand's breadth and may be %.0f %% off.",
                        100 * scale.standardError() / scale.pixelsPerMm()),
                "Lay Dorsum's card (dorsum card) or a bank card (--reference bank-card) beside the hand, or state --scale.");
    }
}
