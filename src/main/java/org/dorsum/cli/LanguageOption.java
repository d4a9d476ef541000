package org.dorsum.cli;

import org.dorsum.report.Language;
import org.dorsum.report.Reports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** In which language pages and PDF files are written, on every command that writes them. */
@Command
final class LanguageOption {
    @Option(
            names = "--language",
            paramLabel = "en|de",
            description =
                    "Language of pages and PDF files: en (default) or de. Terminal, tables and JSON stay English.")
    private Language language = Language.EN;

    /** Reports in that language. */
    Reports reports() {
        return Reports.in(language);
    }
}
