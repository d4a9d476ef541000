package org.dorsum.assess;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.dorsum.hand.Hand;
import org.dorsum.hand.HandFinder;
import org.dorsum.hand.ScaleHint;
import org.dorsum.hand.Zone;
import org.dorsum.measure.Outcome;
import org.dorsum.photo.Finding;
import org.dorsum.photo.Photo;
import org.dorsum.skin.Flattener;
import org.dorsum.skin.Skin;

/**
 * One photo in, one assessment out. Immutable and safe for use by many threads; the same photo gives the same assessment
 * to the last bit.
 */
public final class Assessor {
    private static final Finding GREY_WITHOUT_HAND = new Finding(
            "no-hand-without-colour",
            Finding.Severity.ERROR,
            "The photo is black and white, and hands are found by their colour.",
            "Use the colour photo.");
    private static final Finding NOTHING_MEASURABLE = new Finding(
            "nothing-measurable",
            Finding.Severity.ERROR,
            "Nothing could be measured: there is too little bare, well-lit skin, or the scale is wrong.",
            "Photograph the back of the hand flat, in soft light; check --scale if you gave it.");
    private static final Finding SCALE_IMPLAUSIBLE = new Finding(
            "scale-implausible",
            Finding.Severity.ERROR,
            "At this scale the hand would be larger or smaller than any hand.",
            "Check --scale: it is pixels per millimetre of the upright photo.");

    private final HandFinder finder;
    private final Flattener flattener;
    private final Measures measures;
    private final ScaleHint scale;
    private final boolean allZones;
    private final Optional<Norms> norms;

    private Assessor(
            HandFinder finder,
            Flattener flattener,
            Measures measures,
            ScaleHint scale,
            boolean allZones,
            Optional<Norms> norms) {
        this.finder = finder;
        this.flattener = flattener;
        this.measures = measures;
        this.scale = scale;
        this.allZones = allZones;
        this.norms = norms;
    }

    /** The same measures of the same photos on hands that {@code newFinder} finds. */
    public Assessor withFinder(HandFinder newFinder) {
        return new Assessor(newFinder, flattener, measures, scale, allZones, norms);
    }

    /** Default measures on hands that {@code finder} finds, at the scale that the finder gives. */
    public static Assessor with(HandFinder finder) {
        return new Assessor(
                finder, Flattener.withDefaults(), Measures.withDefaults(), ScaleHint.none(), false, Optional.empty());
    }

    /** The same with what is stated about the scale of the upright photos. */
    public Assessor withScale(ScaleHint newScale) {
        return new Assessor(finder, flattener, measures, newScale, allZones, norms);
    }

    /**
     * The same for knuckles and fingers too, where the finder knows where they are. The back of the hand, whose numbers this
     * does not touch, takes a third of the time that all zones take (docs/performance.md).
     */
    public Assessor withAllZones() {
        return new Assessor(finder, flattener, measures, scale, true, norms);
    }

    /** The same with scores against these norms, which change no value. */
    public Assessor withNorms(Norms newNorms) {
        return new Assessor(finder, flattener, measures, scale, allZones, Optional.of(newNorms));
    }

    /** The measures that are taken. */
    public Measures measures() {
        return measures;
    }

    /** How hands are laid out. */
    public Flattener flattener() {
        return flattener;
    }

    /** What results depend on besides the photo. */
    public Assessment.Method method() {
        return method(scale);
    }

    private Assessment.Method method(ScaleHint hint) {
        return Provenances.method(
                flattener.settings() + "; " + measures.settings() + "; scale [" + hint.settings() + "]",
                finder.identity());
    }

    /** The same with scores, if there are norms; how the scale was stated changes no measure. */
    private Assessment scored(Assessment assessment) {
        return norms.map(n -> assessment.with(new Scorer(n)
                        .of(
                                assessment,
                                new TreeSet<>(List.of(
                                        method().settingsSha256(),
                                        method(ScaleHint.none()).settingsSha256())))))
                .orElse(assessment);
    }

    /** The assessment of {@code photo}. */
    public Assessment assess(Photo photo) {
        return examine(photo).assessment();
    }

    /** What is seen of a hand before anything is measured; without skin the findings say why. */
    private record Sight(Optional<Hand> hand, Optional<Skin> skin, List<Finding> findings) {}

    private Sight see(Photo photo) {
        HandFinder.Outcome outcome = finder.find(photo, scale);
        if (outcome instanceof HandFinder.Outcome.NotFound notFound) {
            return new Sight(
                    Optional.empty(),
                    Optional.empty(),
                    photo.grey() ? List.of(GREY_WITHOUT_HAND) : notFound.findings());
        }
        Hand hand = ((HandFinder.Outcome.Found) outcome).hand();
        if (hand.findings().stream().anyMatch(f -> f.severity() == Finding.Severity.ERROR)) {
            return new Sight(Optional.of(hand), Optional.empty(), hand.findings());
        }
        Optional<Skin> skin = flattener.flatten(photo, hand);
        List<Finding> findings = new ArrayList<>(hand.findings());
        skin.ifPresentOrElse(
                s -> findings.addAll(CaptureFindings.of(s.capture())), () -> findings.add(SCALE_IMPLAUSIBLE));
        return new Sight(Optional.of(hand), skin, findings);
    }

    /**
     * A first look at {@code photo}, in about half the time of an assessment: whether there is a hand whose skin can be seen, and
     * what is wrong with the photo. An assessment finds the same and what only measuring can tell.
     */
    public FirstLook look(Photo photo) {
        Sight sight = see(photo);
        List<Finding> findings = new ArrayList<>(photo.findings());
        findings.addAll(sight.findings());
        return new FirstLook(sight.skin().isPresent(), sorted(findings));
    }

    /** The assessment of {@code photo} together with the pixels it was made from. */
    public Examination examine(Photo photo) {
        Examination e = examine(photo, (skin, hand) -> {
            Measures.Taken taken = measures.take(skin, Zone.DORSUM);
            return allZones && measured(taken) ? taken.and(otherZones(photo, hand)) : taken;
        });
        return e.skin().isPresent() ? new Examination(photo, e.skin(), scored(e.assessment())) : e;
    }

    /**
     * What comparing needs of {@code photo}, in about half the time of {@link #examine}: skin, tone and what a clinician should see.
     * Lines, relief and spots, which a comparison measures anew in both photos at once, are not in it; no scores.
     */
    public Examination survey(Photo photo) {
        return examine(photo, (skin, hand) -> {
            Measures.Taken taken = measures.survey(skin, Zone.DORSUM);
            return measured(taken) ? taken : measures.take(skin, Zone.DORSUM); // a grey photo has relief at least
        });
    }

    /** What is measured of skin that can be seen. */
    private interface Measuring {
        Measures.Taken of(Skin skin, Hand hand);
    }

    private Examination examine(Photo photo, Measuring measuring) {
        Sight sight = see(photo);
        Optional<Skin> skin = sight.skin();
        if (skin.isEmpty()) {
            return rejected(photo, sight.hand(), sight.findings());
        }
        Hand hand = sight.hand().orElseThrow();
        Measures.Taken taken = measuring.of(skin.get(), hand);
        if (!measured(taken)) {
            List<Finding> findings = new ArrayList<>(sight.findings());
            findings.add(NOTHING_MEASURABLE);
            return rejected(photo, Optional.of(hand), findings);
        }
        List<Finding> findings = new ArrayList<>(photo.findings());
        findings.addAll(sight.findings());
        findings.addAll(SuitabilityFindings.of(taken.marks()));
        CaptureFindings.colour(skin.get()).ifPresent(findings::add);
        return new Examination(
                photo,
                skin,
                new Assessment(
                        photo.name(),
                        photo.width(),
                        photo.height(),
                        photo.provenance(),
                        Assessment.Status.MEASURED,
                        Optional.of(hand),
                        taken.measurements(),
                        taken.marks(),
                        sorted(findings),
                        method()));
    }

    private static boolean measured(Measures.Taken taken) {
        return taken.measurements().stream().anyMatch(m -> m.outcome() instanceof Outcome.Measured);
    }

    /** Knuckles and fingers; nothing for a hand without key points, of which nobody knows where they are. */
    private Measures.Taken otherZones(Photo photo, Hand hand) {
        Measures.Taken taken = new Measures.Taken(List.of(), List.of());
        for (Zone zone : hand.landmarks().isEmpty() ? List.<Zone>of() : List.of(Zone.values())) {
            if (zone != Zone.DORSUM) {
                taken = taken.and(flattener
                        .flatten(photo, hand, zone)
                        .map(s -> measures.take(s, zone))
                        .orElseGet(() -> new Measures.Taken(Measures.notSeen(zone), List.of())));
            }
        }
        return taken;
    }

    private Examination rejected(Photo photo, Optional<Hand> hand, List<Finding> why) {
        List<Finding> findings = new ArrayList<>(photo.findings());
        findings.addAll(why);
        return new Examination(
                photo,
                Optional.empty(),
                new Assessment(
                        photo.name(),
                        photo.width(),
                        photo.height(),
                        photo.provenance(),
                        Assessment.Status.REJECTED,
                        hand,
                        List.of(),
                        List.of(),
                        sorted(findings),
                        method()));
    }

    private static List<Finding> sorted(List<Finding> findings) {
        return findings.stream()
                .sorted(Comparator.comparing(Finding::severity).reversed())
                .toList();
    }
}
