package org.dorsum.report;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/**
 * A page for paper as PDF: tagged for screen readers, with title and language, fonts embedded. The same page gives the same bytes:
 * neither clock nor chance enters. It says who made it, Dorsum, and nothing else about machine, person or place.
 */
final class PagePdf {
    private static final String FONT = "/liberation/LiberationSans-"; // SIL OFL 1.1, of openpdf-fonts-extra
    private static final String FAMILY = "Liberation Sans";
    private static final int PLAIN = 400;
    private static final int BOLD = 700;
    private static final long DOCUMENT_ID = 1;
    private static final Pattern LABELLED = Pattern.compile("(<svg\\b[^>]*?) aria-label=");
    private static final Pattern ORNAMENT = Pattern.compile("(<svg\\b[^>]*?) aria-hidden=\"true\"");

    private PagePdf() {}

    /** The file of a well-formed page; it is not given anything to fetch from anywhere. */
    static byte[] of(String page) {
        XRLog.setLoggingEnabled(false);
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .useSVGDrawer(new BatikSVGDrawer())
                .useFont(font("Regular"), FAMILY, PLAIN, FontStyle.NORMAL, true)
                .useFont(font("Bold"), FAMILY, BOLD, FontStyle.NORMAL, true)
                .withProducer("Dorsum")
                .withHtmlContent(described(page), null);
        builder.useUriResolver((base, uri) -> uri.startsWith("data:") ? uri : null);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            try (PDDocument document = renderer.getPdfDocument()) {
                document.setDocumentId(DOCUMENT_ID);
                PDDocumentInformation about = document.getDocumentInformation();
                about.setCreationDate(null);
                about.setModificationDate(null);
                ByteArrayOutputStream file = new ByteArrayOutputStream();
                document.save(file);
                return file.toByteArray();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory only: nothing here reads or writes a file
        }
    }

    private static FSSupplier<InputStream> font(String style) {
        String name = FONT + style + ".ttf";
        return () -> Objects.requireNonNull(PagePdf.class.getResourceAsStream(name), name);
    }

    /** Drawings are described by {@code alt} in a tagged PDF, by ARIA attributes in HTML. */
    private static String described(String page) {
        String labelled = LABELLED.matcher(page).replaceAll("$1 alt=");
        return ORNAMENT.matcher(labelled).replaceAll("$1 alt=\" \"");
    }
}
