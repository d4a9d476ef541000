package org.dorsum.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of cells as aligned text: the first column to the left, the last as it is, those between to the right. */
final class TextTable {
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Ansi> styles = new ArrayList<>();

    /** Adds a row; all rows have as many cells. */
    void add(Ansi style, String... cells) {
        rows.add(Arrays.asList(cells));
        styles.add(style);
    }

    /** The text, each line indented by two spaces; styles are applied only if {@code colour}. */
    String text(boolean colour) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int c = 0; c < widths.length; c++) {
                widths[c] = Math.max(widths[c], length(row.get(c)));
            }
        }
        StringBuilder text = new StringBuilder();
        for (int r = 0; r < rows.size(); r++) {
            StringBuilder line = new StringBuilder("  ");
            List<String> row = rows.get(r);
            for (int c = 0; c < widths.length; c++) {
                String cell = row.get(c);
                String pad = " ".repeat(widths[c] - length(cell));
                boolean left = c == 0 || c == widths.length - 1;
                line.append(left ? cell + pad : pad + cell).append(c < widths.length - 1 ? "  " : "");
            }
            text.append(styles.get(r).on(line.toString().stripTrailing(), colour))
                    .append('\n');
        }
        return text.toString();
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
