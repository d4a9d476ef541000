package org.dorsum.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dorsum.image.Point;
import org.dorsum.image.RgbImage;
import org.dorsum.reference.CardLayout;
import org.dorsum.reference.ReferenceCard;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CardPdfTest {
    private static final int DPI = 254; // 10 px/mm

    private static RgbImage rendered(PDDocument document) throws IOException {
        BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, DPI);
        return RgbImage.of(page.getWidth(), page.getHeight(), (x, y) -> page.getRGB(x, y) & 0xffffff);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsPrintedIsFoundAtItsSizeAndColours(CardPdf.Paper paper) throws IOException {
        try (PDDocument document = Loader.loadPDF(CardPdf.on(paper))) {
            RgbImage page = rendered(document);
            assertThat(page.width()).isCloseTo(paper == CardPdf.Paper.A6 ? 1050 : 2100, within(1));
            ReferenceCard.Sighting card = ReferenceCard.find(page).orElseThrow();
            assertThat(card.markers()).isEqualTo(4);
            assertThat(card.view().pixelsPerMm()).isCloseTo(10, within(0.01)); // 0.1 %: nothing but rasterising
            assertThat(card.whiteBalance().orElseThrow().red()).isCloseTo(1, within(1e-3));
            for (CardLayout.Patch patch : CardLayout.patches()) {
                Point p = card.view().toPhoto().apply(patch.centre());
                assertThat(page.packed((int) p.x(), (int) p.y())).isEqualTo(patch.rgb());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameBytesEveryTimeAndTheWordsCanBeRead(CardPdf.Paper paper) throws IOException {
        byte[] file = CardPdf.on(paper);
        assertThat(CardPdf.on(paper)).isEqualTo(file);
        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(document)).contains("Dorsum", "80.0 mm", "100 %");
        }
    }
}
