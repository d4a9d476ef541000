package org.dorsum.report;

import java.util.Map;

/**
 * A report, to be written as a web page or as PDF; both say the same. Neither needs network nor another file. The same input gives the
 * same bytes. Made by {@link Reports}.
 */
public final class Report {
    private final String template;
    private final Map<String, Object> model;
    private final Words words;

    Report(String template, Map<String, Object> model, Words words) {
        this.template = template;
        this.model = Map.copyOf(model);
        this.words = words;
    }

    /** One page of HTML with style, script and pictures within; well-formed XML. */
    public String html() {
        return Page.of(template, model, words, Page.Medium.SCREEN);
    }

    /** PDF on A4, tagged for screen readers, about a second of one core. */
    public byte[] pdf() {
        return PagePdf.of(Page.of(template, model, words, Page.Medium.PAPER));
    }
}
