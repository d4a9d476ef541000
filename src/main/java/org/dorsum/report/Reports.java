package org.dorsum.report;

import java.util.List;
import java.util.Map;
import org.dorsum.assess.Examination;
import org.dorsum.compare.Comparison;

/**
 * Reports in one language: first what a client wants to know in plain words, then what a clinician does. The door to all pages, for the
 * command line and for whoever embeds Dorsum. Immutable.
 *
 * <pre>{@code
 * Report report = Reports.in(Language.DE).comparison(comparison, before, after);
 * String page = report.html();
 * byte[] file = report.pdf();
 * }</pre>
 */
public final class Reports {
    private final Words words;

    private Reports(Words words) {
        this.words = words;
    }

    /** Reports in {@code language}. */
    public static Reports in(Language language) {
        return new Reports(Words.in(language));
    }

    /** One photo's part of a report, without its pixels: small enough to keep while other photos are measured. */
    public PhotoSheet sheet(Examination examination) {
        return PhotoSheet.of(examination, words);
    }

    /** The report of some photos, at least one, whose sheets were made in this language. */
    public Report photos(List<PhotoSheet> sheets) {
        return new Report("photo", PhotoSheet.model(sheets), words);
    }

    /**
     * The report of a comparison.
     *
     * @param before the first photo of the earlier session
     * @param after the first photo of the later session
     */
    public Report comparison(Comparison comparison, Examination before, Examination after) {
        return new Report("comparison", new ComparisonPage(comparison, words).model(before, after), words);
    }

    /** A small picture of a photo for a report of a course. */
    public CoursePicture picture(Examination examination) {
        return CoursePicture.of(examination, words);
    }

    /**
     * The same with lines, spots, relief, pigment and ridges drawn, about five times as large; for the sessions whose findings the report
     * is to show.
     *
     * @param examination of everything: a survey knows neither lines nor spots
     */
    public CoursePicture pictureWithMaps(Examination examination) {
        return CoursePicture.withMaps(examination, words);
    }

    /**
     * The report of a course.
     *
     * @param pictures by the name of the file in the list; of the photos that are there the first of each session is shown, and the maps of
     *     those that have some
     */
    public Report course(CourseResults results, Map<String, CoursePicture> pictures) {
        return new Report("course", new CoursePage(results, words).model(pictures), words);
    }
}
