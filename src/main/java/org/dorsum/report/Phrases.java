package org.dorsum.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences that other packages say in English (findings, reasons, notes) recognised by their patterns, the {@code said.} keys of the
 * English words, and said in another language. What stands in a place of a pattern is translated in its turn, or kept with its
 * numbers written the other language's way. So those packages need not know of languages.
 */
final class Phrases {
    private static final String PREFIX = "said.";
    private static final Pattern PLACE = Pattern.compile("\\{\\d\\}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final List<Phrase> ALL = all();

    private Phrases() {}

    private record Phrase(String key, Pattern pattern, int letters) {}

    private static List<Phrase> all() {
        Words english = Words.english();
        List<Phrase> phrases = new ArrayList<>();
        for (String key : english.keys()) {
            if (key.startsWith(PREFIX)) {
                String text = english.get(key);
                StringBuilder pattern = new StringBuilder();
                int from = 0;
                Matcher place = PLACE.matcher(text);
                while (place.find()) {
                    pattern.append(Pattern.quote(text.substring(from, place.start())))
                            .append("(.+?)");
                    from = place.end();
                }
                pattern.append(Pattern.quote(text.substring(from)));
                int letters = PLACE.matcher(text).replaceAll("").length();
                phrases.add(new Phrase(key, Pattern.compile(pattern.toString(), Pattern.DOTALL), letters));
            }
        }
        // the longest first: "{0}: {1}" fits much
        phrases.sort(Comparator.comparingInt(Phrase::letters).reversed().thenComparing(Phrase::key));
        return List.copyOf(phrases);
    }

    /** Whether a text is one that is known. */
    static boolean known(String english) {
        return ALL.stream().anyMatch(p -> p.pattern().matcher(english).matches());
    }

    static String translated(String english, Words words) {
        for (Phrase phrase : ALL) {
            Matcher matcher = phrase.pattern().matcher(english);
            if (matcher.matches()) {
                Object[] values = new Object[matcher.groupCount()];
                for (int i = 0; i < values.length; i++) {
                    String part = matcher.group(i + 1);
                    values[i] = NUMBER.matcher(part).matches() ? words.local(part) : translated(part, words);
                }
                return words.get(phrase.key(), values);
            }
        }
        return english;
    }
}
