package org.dorsum.clinic.work;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dorsum.assess.Assessor;
import org.dorsum.assess.Examination;
import org.dorsum.clinic.photos.FileKind;
import org.dorsum.compare.Comparer;
import org.dorsum.compare.Comparison;
import org.dorsum.compare.Control;
import org.dorsum.compare.CoursePlan;
import org.dorsum.compare.HandCourse;
import org.dorsum.photo.Photo;
import org.dorsum.report.AlignedPictures;
import org.dorsum.report.ChangePicture;
import org.dorsum.report.ComparisonJson;
import org.dorsum.report.CourseCsv;
import org.dorsum.report.CourseJson;
import org.dorsum.report.Language;
import org.dorsum.report.Report;
import org.dorsum.report.Reports;
import org.dorsum.report.TrendChart;

/** Everything that is kept of a comparison or a course, as files. */
final class ComparisonFiles {
    /** A file to be kept. */
    record Content(String mediaType, byte[] bytes) {
        static Content text(String mediaType, String text) {
            return new Content(mediaType, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private ComparisonFiles() {}

    static Map<FileKind, Content> of(Comparison comparison, List<Examination> before, List<Examination> after) {
        Photo first = before.get(0).photo();
        Photo later = after.get(0).photo();
        Map<FileKind, Content> files = new EnumMap<>(FileKind.class);
        files.put(FileKind.RESULT, Content.text("application/json", ComparisonJson.of(comparison)));
        Report english = Reports.in(Language.EN).comparison(comparison, before.get(0), after.get(0));
        Report german = Reports.in(Language.DE).comparison(comparison, before.get(0), after.get(0));
        files.put(FileKind.PAGE, Content.text("text/html", english.html()));
        files.put(FileKind.PAGE_DE, Content.text("text/html", german.html()));
        files.put(FileKind.PDF, new Content("application/pdf", english.pdf()));
        files.put(FileKind.PDF_DE, new Content("application/pdf", german.pdf()));
        ChangePicture.png(comparison, first)
                .ifPresent(png -> files.put(FileKind.CHANGE_MAP, new Content("image/png", png)));
        AlignedPictures aligned = AlignedPictures.of(comparison, first, later);
        files.put(FileKind.ALIGNED_BEFORE, new Content("image/jpeg", aligned.before()));
        files.put(FileKind.ALIGNED_AFTER, new Content("image/jpeg", aligned.after()));
        return files;
    }

    static Map<FileKind, Content> of(CoursePlan plan, HandCourse course, Comparer comparer, Assessor assessor) {
        List<HandCourse> hands = List.of(course);
        List<Control> controls = Control.of(hands);
        Map<FileKind, Content> files = new EnumMap<>(FileKind.class);
        files.put(
                FileKind.RESULT,
                Content.text(
                        "application/json",
                        CourseJson.of(plan, hands, controls, comparer.repeatability(), assessor.method())));
        files.put(FileKind.TABLE, Content.text("text/csv", CourseCsv.course(plan, hands)));
        TrendChart.svg(plan, course).ifPresent(svg -> files.put(FileKind.CHART, Content.text("image/svg+xml", svg)));
        return files;
    }
}
