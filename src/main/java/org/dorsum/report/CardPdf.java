package org.dorsum.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.dorsum.colour.Lab;
import org.dorsum.colour.LinearRgb;
import org.dorsum.image.Markers;
import org.dorsum.image.Mask;
import org.dorsum.image.Point;
import org.dorsum.reference.CardLayout;
import org.dorsum.reference.CardLayout.Patch;

/** The reference card as PDF. The same paper gives the same bytes. */
public final class CardPdf {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final long DOCUMENT_ID = 1; // fixed, so that the file does not depend on the clock
    private static final int CHECK_MM = 80;
    private static final double TEXT_X = 41.5; // mm
    private static final int INK = 0x1B2430;
    private static final int FAINT = 0x66707C;

    /** What is printed on. */
    public enum Paper {
        /** The card itself: 105 × 148 mm. */
        A6(CardLayout.WIDTH_MM, CardLayout.HEIGHT_MM),
        /** 210 × 297 mm, the card in its middle between crop marks. */
        A4(210, 297);

        private final double widthMm;
        private final double heightMm;

        Paper(double widthMm, double heightMm) {
            this.widthMm = widthMm;
            this.heightMm = heightMm;
        }

        /** The name on the command line: lower case. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private CardPdf() {}

    /** The card on {@code paper}. */
    public static byte[] on(Paper paper) {
        try (PDDocument document = new PDDocument();
                InputStream font = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT)) {
            document.setDocumentId(DOCUMENT_ID);
            document.getDocumentInformation().setTitle("Dorsum reference card");
            PDPage page = new PDPage(
                    new PDRectangle((float) PdfCanvas.points(paper.widthMm), (float) PdfCanvas.points(paper.heightMm)));
            document.addPage(page);
            PDFont sans = PDType0Font.load(document, font);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                Point corner = new Point(
                        (paper.widthMm - CardLayout.WIDTH_MM) / 2, (paper.heightMm - CardLayout.HEIGHT_MM) / 2);
                PdfCanvas canvas = new PdfCanvas(content, sans, corner, paper.heightMm);
                if (paper == Paper.A4) {
                    cropMarks(canvas);
                }
                card(canvas);
            }
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            document.save(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory only: nothing here reads or writes a file
        }
    }

    private static void card(PdfCanvas c) throws IOException {
        for (int i = 0; i < CardLayout.IDS.size(); i++) {
            marker(c, CardLayout.IDS.get(i), CardLayout.marker(i));
        }
        for (Patch patch : CardLayout.patches()) {
            c.fill(patch.rgb(), patch.topLeft(), patch.widthMm(), patch.heightMm());
            label(c, patch);
        }
        ruler(c);
        words(c);
    }

    private static void marker(PdfCanvas c, int id, Point at) throws IOException {
        Mask black = Markers.pattern(CardLayout.DICTIONARY, id);
        double cell = CardLayout.MARKER_MM / black.width();
        c.fill(0, at, CardLayout.MARKER_MM, CardLayout.MARKER_MM);
        for (int y = 0; y < black.height(); y++) {
            for (int x = 0; x < black.width(); x++) {
                if (!black.at(x, y)) {
                    c.fill(0xFFFFFF, at.plus(new Point(x * cell, y * cell)), cell, cell);
                }
            }
        }
        c.text(String.valueOf(id), 5, FAINT, at.plus(new Point(0, CardLayout.MARKER_MM + 4.2)));
    }

    private static void label(PdfCanvas c, Patch patch) throws IOException {
        Lab lab = Lab.of(LinearRgb.ofPacked(patch.rgb()));
        String srgb =
                String.format(Locale.ROOT, "%d %d %d", patch.rgb() >> 16, patch.rgb() >> 8 & 0xff, patch.rgb() & 0xff);
        if (patch.kind() == CardLayout.Kind.GREY) {
            double x = patch.topLeft().x() + 0.4;
            double y = patch.topLeft().y() + patch.heightMm();
            c.text(String.format(Locale.ROOT, "L* %.0f", lab.l()), 5, INK, new Point(x, y + 2.4));
            c.text(String.format(Locale.ROOT, "%d", patch.rgb() & 0xff), 5, FAINT, new Point(x, y + 4.6));
        } else {
            int ink = lab.l() > 55 ? INK : 0xFFFFFF;
            c.text(srgb, 4.6, ink, patch.topLeft().plus(new Point(0.8, patch.heightMm() - 1.2)));
        }
    }

    private static void ruler(PdfCanvas c) throws IOException {
        c.line(INK, 0.15, CardLayout.RULER, CardLayout.RULER.plus(new Point(0, CardLayout.RULER_MM)));
        for (int mm = 0; mm <= CardLayout.RULER_MM; mm++) {
            double length = CardLayout.rulerMark(mm);
            Point at = CardLayout.RULER.plus(new Point(0, mm));
            c.line(INK, mm % 10 == 0 ? 0.2 : 0.12, at, at.plus(new Point(length, 0)));
            if (mm % 10 == 0) {
                c.text(String.valueOf(mm), mm == CHECK_MM || mm == 0 ? 7.5 : 5.5, INK, at.plus(new Point(4.7, 0.9)));
            }
        }
    }

    private static void words(PdfCanvas c) throws IOException {
        c.bold("Dorsum", 21, INK, new Point(TEXT_X, 17.5));
        c.text("reference card", 9.5, FAINT, new Point(TEXT_X + 0.3, 22.5));
        double y = 34;
        y = c.paragraph(
                "Check the print",
                List.of(
                        "Measure with a ruler from 0 to 80:",
                        "it must be 80.0 mm (79.6 to 80.4).",
                        "If not: print again at 100 %,",
                        "not “fit to page”."),
                INK,
                new Point(TEXT_X, y));
        y = c.paragraph(
                "Use",
                List.of(
                        "1  Print on matt paper, glue it",
                        "    on stiff board.",
                        "2  Lay it flat beside the hand,",
                        "    at the height of the back",
                        "    of the hand. All four black",
                        "    squares show.",
                        "3  Photograph from straight",
                        "    above; no glare, no shadow",
                        "    on the card.",
                        "4  Keep one print for all",
                        "    sessions; replace it when it",
                        "    yellows."),
                INK,
                new Point(TEXT_X, y + 4));
        c.paragraph(
                "Facts",
                List.of(
                        "Squares: ArUco 4×4_50, codes",
                        "40 to 43, side 16 mm.",
                        "Numbers on colours: sRGB as",
                        "meant; print varies."),
                FAINT,
                new Point(TEXT_X, y + 8));
    }

    private static void cropMarks(PdfCanvas c) throws IOException {
        double w = CardLayout.WIDTH_MM;
        double h = CardLayout.HEIGHT_MM;
        for (double x : new double[] {0, w}) {
            c.line(FAINT, 0.1, new Point(x, -7), new Point(x, -2));
            c.line(FAINT, 0.1, new Point(x, h + 2), new Point(x, h + 7));
        }
        for (double y : new double[] {0, h}) {
            c.line(FAINT, 0.1, new Point(-7, y), new Point(-2, y));
            c.line(FAINT, 0.1, new Point(w + 2, y), new Point(w + 7, y));
        }
        c.text("Print at 100 % (actual size), then cut between the marks.", 9, FAINT, new Point(0, h + 14));
    }
}
