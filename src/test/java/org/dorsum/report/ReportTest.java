package org.dorsum.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dorsum.compare.Change;
import org.dorsum.compare.Comparison;
import org.dorsum.compare.Control;
import org.dorsum.compare.CoursePlan;
import org.dorsum.compare.HandCourse;
import org.dorsum.compare.MetricCourse;
import org.dorsum.compare.Repeatability;
import org.dorsum.hand.Zone;
import org.dorsum.measure.Metric;
import org.dorsum.stats.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ReportTest {
    private static final Comparison COMPARISON = Assessed.comparison("b.jpg", "a.jpg");

    private static Report photo(Language language) {
        Reports reports = Reports.in(language);
        return reports.photos(List.of(reports.sheet(Assessed.examination("one.jpg"))));
    }

    private static Report comparison(Language language) {
        return Reports.in(language)
                .comparison(COMPARISON, Assessed.examination("b.jpg"), Assessed.examination("a.jpg"));
    }

    private static Report course(Language language) throws CoursePlan.UnusableCourseException {
        Reports reports = Reports.in(language);
        CoursePlan plan = CoursePlan.of(List.of(
                listed("1.jpg", "1", "left", "yes"),
                listed("2.jpg", "2", "left", "yes"),
                listed("3.jpg", "3", "left", "yes"),
                listed("4.jpg", "1", "right", "no"),
                listed("5.jpg", "2", "right", "no")));
        CoursePlan.Hand treated = plan.hands().get(0);
        List<HandCourse.Step> steps = treated.sessions().subList(1, 3).stream()
                .map(s -> new HandCourse.Step(
                        s,
                        1,
                        1,
                        Optional.of(COMPARISON.comparability()),
                        COMPARISON.registration(),
                        COMPARISON.changes(),
                        COMPARISON.map(),
                        List.of()))
                .toList();
        MetricCourse roughness = new MetricCourse(
                Metric.ROUGHNESS_INDEX,
                3,
                Optional.of(new Estimate(-9, -12, -5)),
                0.5,
                1,
                new MetricCourse.Levelling(
                        MetricCourse.Verdict.STILL_IMPROVING,
                        Optional.of(new Estimate(-5, -8, -2)),
                        Optional.of(new Estimate(-18, -25, -11))));
        HandCourse left = new HandCourse(treated, Optional.empty(), steps, List.of(roughness));
        HandCourse right = new HandCourse(
                plan.hands().get(1),
                Optional.of("no photo of the first session could be measured"),
                List.of(),
                List.of());
        Control control =
                new Control("a", "3", Metric.ROUGHNESS_INDEX, new Estimate(-16, -22, -9), 8, Change.Verdict.IMPROVED);
        return reports.course(
                new CourseResults(
                        plan,
                        List.of(left, right),
                        List.of(control),
                        List.of(),
                        Repeatability.shippedTable(),
                        COMPARISON.before().get(0).method()),
                Map.of(
                        "1.jpg", reports.pictureWithMaps(Assessed.examination("1.jpg")),
                        "2.jpg", reports.picture(Assessed.examination("2.jpg"))));
    }

    private static CoursePlan.Photo listed(String file, String session, String hand, String treated) {
        return new CoursePlan.Photo(file, Path.of(file), "a", session, hand, treated, "", "", "");
    }

    private static List<Report> all(Language language) throws CoursePlan.UnusableCourseException {
        return List.of(photo(language), comparison(language), course(language));
    }

    private static Document parsed(String page) throws Exception {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        return builder.parse(new InputSource(new StringReader(page)));
    }

    private static List<Element> elements(Document page, String name) {
        NodeList nodes = page.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void pagesAreWellFormedAndAccessible(Language language) throws Exception {
        for (Report report : all(language)) {
            Document page = parsed(report.html());
            assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo(language.label());
            assertThat(elements(page, "title").get(0).getTextContent()).startsWith("Dorsum");
            assertThat(elements(page, "img"))
                    .isNotEmpty()
                    .allSatisfy(img -> assertThat(img.getAttribute("alt")).isNotBlank());
            assertThat(elements(page, "th"))
                    .isNotEmpty()
                    .allSatisfy(th -> assertThat(th.getAttribute("scope")).isIn("row", "col"));
            assertThat(elements(page, "input"))
                    .allSatisfy(input -> assertThat(input.getAttribute("id") + input.getAttribute("aria-label"))
                            .isNotBlank());
            int level = 0;
            for (Element e : elements(page, "*")) {
                if (e.getTagName().matches("h[1-6]")) {
                    int next = e.getTagName().charAt(1) - '0';
                    assertThat(next)
                            .as("heading after h" + level + ": " + e.getTextContent())
                            .isLessThanOrEqualTo(level + 1);
                    level = next;
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void paperIsWellFormedToo(Language language) throws Exception {
        for (Report report : all(language)) {
            byte[] file = report.pdf();
            assertThat(file).isEqualTo(report.pdf());
            try (PDDocument pdf = Loader.loadPDF(file)) {
                assertThat(pdf.getDocumentInformation().getTitle()).startsWith("Dorsum");
                assertThat(pdf.getDocumentInformation().getCreationDate()).isNull();
                assertThat(pdf.getDocumentInformation().getAuthor()).isNull();
                assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo(language.label());
                assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
                assertThat(pdf.getNumberOfPages()).isGreaterThan(1);
                assertThat(pdf.getPage(0).getMediaBox().getWidth()).isBetween(595f, 596f);
            }
        }
    }

    /** Also where charts are all there is on a page. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void noPageOfPaperIsBlank(Language language) throws Exception {
        for (Report report : all(language)) {
            try (PDDocument pdf = Loader.loadPDF(report.pdf())) {
                for (int page = 0; page < pdf.getNumberOfPages(); page++) {
                    BufferedImage image = new PDFRenderer(pdf).renderImageWithDPI(page, 40);
                    int height = image.getHeight() * 9 / 10; // the foot is on every page
                    int[] pixels = image.getRGB(0, 0, image.getWidth(), height, null, 0, image.getWidth());
                    assertThat(Arrays.stream(pixels)
                                    .filter(p -> (p & 255) < 200)
                                    .count())
                            .as("ink on page " + (page + 1))
                            .isGreaterThan(100);
                }
            }
        }
    }

    /** ISO 14289-1, the PDF that screen readers can read, as far as a machine can tell: by veraPDF, every rule. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void everyFileKeepsToPdfUa(Language language) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (Report report : all(language)) {
            try (PDFAParser parser = Foundries.defaultInstance()
                            .createParser(new ByteArrayInputStream(report.pdf()), PDFAFlavour.PDFUA_1);
                    PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
                ValidationResult result = validator.validate(parser);
                assertThat(result.getTestAssertions())
                        .extracting(TestAssertion::getMessage)
                        .isEmpty();
                assertThat(result.getTotalAssertions()).isGreaterThan(1000);
                assertThat(result.isCompliant()).isTrue();
            }
        }
    }

    private static String text(Report report) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(report.pdf())) {
            return new PDFTextStripper().getText(pdf).replace('\u00a0', ' ').replaceAll("\\s+", " ");
        }
    }

    @Test
    void thePdfSaysWhatThePageSays() throws IOException {
        String pdf = text(comparison(Language.EN));
        assertThat(pdf).contains("Improved: skin texture. Worse: pigmented spots.", "Improved: roughness. Worse: spot");
        for (Change change : COMPARISON.changes()) {
            assertThat(pdf.toLowerCase(Locale.ROOT)).contains(Wording.ENGLISH.inSentence(change.metric(), Zone.DORSUM));
        }
        assertThat(pdf)
                .contains("−18 %", "−25 to −11 %", "+125 %", "faded", "gone", "The light differs.", "Use the same.")
                .contains("hands11k", "Not a medical device", "Page 1 / ", "ΔE00", "mm²")
                .doesNotContain("??");
    }

    @Test
    void germanIsGermanThroughout() throws Exception {
        assertThat(text(comparison(Language.DE)))
                .contains("Besser: Hautrelief. Schlechter: Pigmentflecken.", "Seite 1 / ", "Rauheit", "−18 %", "0,39")
                .contains("Kein Medizinprodukt", "größer")
                .doesNotContain("What ", "Before", "improved", "Page ");
        assertThat(text(course(Language.DE)))
                .contains("Besser seit der ersten Sitzung", "a, linke Hand, behandelt", "hilft noch")
                .contains("kein Foto der ersten Sitzung ließ sich messen", "Gegen die unbehandelte Hand")
                .doesNotContain("session", "Hand, treated");
        assertThat(text(photo(Language.DE))).contains("Wie diese Hand auf einem Foto aussieht", "Handrücken");
    }

    @Test
    void aCourseSaysWhetherAnotherSessionHelps() throws Exception {
        String page = course(Language.EN).html().replace('\u00a0', ' ');
        assertThat(page).contains("Another session is expected to help: skin texture.", "3 sessions.");
        assertThat(page).contains("Against the untreated hand the treated one improved in: roughness.");
        assertThat(page)
                .contains(
                        "aria-label=\"Roughness, change against the first session: session 2: ",
                        "h0-0-clip-1",
                        "−9 (−12 to −5 %)");
        assertThat(page).contains("No course: no photo of the first session could be measured.");
        assertThat(page.replaceAll("<[^>]*>", ""))
                .contains("What was found: Session 1")
                .doesNotContain("What was found: Session 2");
    }

    @Test
    void thePlainWordsComeFirst() {
        String page = comparison(Language.EN).html();
        assertThat(page.indexOf("How sure is this?")).isBetween(1, page.indexOf("For the clinician"));
        assertThat(page.indexOf("Tell the person who treats you.")).isBetween(1, page.indexOf("For the clinician"));
        assertThat(page.indexOf("Every measure")).isGreaterThan(page.indexOf("For the clinician"));
    }
}
