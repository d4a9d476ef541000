package org.dorsum.report;

import java.util.List;
import java.util.Optional;
import org.dorsum.assess.Assessment;
import org.dorsum.assess.Examination;
import org.dorsum.hand.Hand;
import org.dorsum.image.RgbImage;
import org.dorsum.photo.Finding;

/** A photo of a course as its report keeps it: small pictures of the back of the hand, and what was found out of the ordinary. */
public final class CoursePicture {
    private static final int LONGEST_SIDE = 420;
    private static final double MARGIN = 0.25; // of the zone

    private final Picture picture;
    private final List<Finding> findings;
    private final Optional<ChangePicture.Ground> ground;
    private final List<Picture> maps;
    private final Source source;

    /** The photo as the report's foot names it. */
    record Source(String name, String sha256) {}

    private CoursePicture(
            Picture picture,
            List<Finding> findings,
            Optional<ChangePicture.Ground> ground,
            List<Picture> maps,
            Source source) {
        this.picture = picture;
        this.findings = findings;
        this.ground = ground;
        this.maps = maps;
        this.source = source;
    }

    /** Without maps. */
    static CoursePicture of(Examination e, Words words) {
        return of(e, List.of(), words);
    }

    /** With maps of what was found, if it could be measured. */
    static CoursePicture withMaps(Examination e, Words words) {
        return of(e, Maps.of(e, words), words);
    }

    private static CoursePicture of(Examination e, List<Picture> maps, Words words) {
        Assessment a = e.assessment();
        RgbImage photo = e.photo().pixels();
        Viewport view = a.hand()
                .map(Hand::dorsum)
                .map(zone -> Viewport.around(zone, MARGIN, photo, LONGEST_SIDE))
                .orElseGet(() -> Viewport.whole(photo, LONGEST_SIDE));
        String name = PhotoFacts.shortName(a.photo());
        Picture picture = new Picture(
                DataUri.jpeg(view.of(photo)), "", name, words.get("picture.photo", name), view.width(), view.height());
        return new CoursePicture(
                picture,
                a.findings(),
                e.skin().flatMap(s -> a.hand()).map(hand -> ChangePicture.Ground.of(hand, photo)),
                maps,
                new Source(name, a.provenance().sha256()));
    }

    Picture picture() {
        return picture;
    }

    /** For drawing where the hand has changed since; absent for a photo that could not be measured. */
    Optional<ChangePicture.Ground> ground() {
        return ground;
    }

    /** What was found, drawn; none unless they were asked for. */
    List<Picture> maps() {
        return maps;
    }

    Source source() {
        return source;
    }

    boolean suspect() {
        return findings.stream().anyMatch(f -> f.code().equals("clinician-before-treatment"));
    }
}
