package org.dorsum.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Photos without numbers, by reason: how many and the first names. Not for use by several threads. */
final class Failures {
    private static final int NAMES = 3;
    /** Reasons that name something of the one photo would otherwise grow with the folder. */
    private static final int REASONS = 500;

    private static final String OTHER = "other reasons";

    private final Map<String, Group> groups = new LinkedHashMap<>();
    private int count;

    /** Those of one reason. */
    private static final class Group {
        private final List<String> names = new ArrayList<>();
        private int count;

        void add(String file) {
            count++;
            if (names.size() < NAMES) {
                names.add(file);
            }
        }

        int count() {
            return count;
        }

        String text() {
            int more = count - names.size();
            return String.join(", ", names) + (more > 0 ? " and " + more + " more" : "");
        }
    }

    void add(String file, String status, String reason) {
        String key = status + ": " + reason;
        count++;
        if (groups.size() >= REASONS && !groups.containsKey(key)) {
            key = OTHER;
        }
        groups.computeIfAbsent(key, k -> new Group()).add(file);
    }

    int count() {
        return count;
    }

    /** One line for all, then one a reason, the most frequent first; nothing where there are none. */
    List<String> lines(int photos) {
        List<String> lines = new ArrayList<>();
        if (count > 0) {
            lines.add("failures: " + count + " of " + photos + (photos == 1 ? " photo" : " photos"));
            groups.entrySet().stream()
                    .sorted(Comparator.comparingInt(
                            (Map.Entry<String, Group> e) -> -e.getValue().count()))
                    .forEach(e -> lines.add(Errors.oneLine(e.getValue().count() + " " + e.getKey() + " – "
                                    + e.getValue().text())
                            .indent(2)
                            .stripTrailing()));
        }
        return lines;
    }
}
