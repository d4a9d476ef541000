package org.dorsum.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The words of one language, by key, and how it writes numbers. A key that is not there is a mistake of the program and throws.
 * Never depends on the machine's locale. Immutable.
 */
final class Words {
    private static final Pattern ADJECTIVE = Pattern.compile("^\\p{Lu}\\p{Ll}+ \\p{Lu}\\p{Ll}"); // a noun follows
    private static final Map<Language, Words> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new Words(language));
        }
    }

    private final Language language;
    private final Properties texts;

    private Words(Language language) {
        this.language = language;
        this.texts = read("words_" + language.label() + ".properties");
    }

    static Words in(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    static Words english() {
        return in(Language.EN);
    }

    private static Properties read(String name) {
        try (InputStream in = Objects.requireNonNull(Words.class.getResourceAsStream(name), name)) {
            Properties read = new Properties();
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Language language() {
        return language;
    }

    Set<String> keys() {
        return new TreeSet<>(texts.stringPropertyNames());
    }

    /** The text of a key with its places filled in. */
    String get(String key, Object... values) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no words for " + key + " in " + language);
        }
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    /** What another part of Dorsum said in English, in this language; as it is where no translation is known. */
    String said(String english) {
        return language == Language.EN ? english : Phrases.translated(english, this);
    }

    /** Names as in a sentence: {@code a, b and c}. */
    String list(List<String> names) {
        int n = names.size();
        return n < 2
                ? String.join("", names)
                : String.join(", ", names.subList(0, n - 1)) + get("list.and") + names.get(n - 1);
    }

    /** A name as it stands within a sentence: German nouns keep their capital, adjectives before them do not. */
    String inSentence(String name) {
        boolean lower = language == Language.EN || ADJECTIVE.matcher(name).find();
        return lower ? Character.toLowerCase(name.charAt(0)) + name.substring(1) : name;
    }

    /** A number for people. */
    String fixed(double value, int decimals) {
        return local(Numbers.fixed(value, decimals));
    }

    /** A change with its sign, whole from 1 on and with one decimal below. */
    String signed(double percent) {
        return local(Numbers.signed(percent));
    }

    /** A change in percent with its sign; no line ends between number and unit. */
    String signedPercent(double percent) {
        return local(Numbers.signedPercent(percent)).replace(' ', '\u00a0');
    }

    /** {@code −25 to −11 %}. */
    String interval(double lowPercent, double highPercent) {
        return get("range", signed(lowPercent), signedPercent(highPercent));
    }

    /** An error as it stands beside its value; empty where there is none. */
    String error(double value, double standardError, int decimals) {
        return local(Numbers.error(value, standardError, decimals));
    }

    /** The text of numbers in this language's writing. */
    String local(String number) {
        return language == Language.DE ? number.replace('.', ',') : number;
    }
}
