package org.dorsum.clinic.people;

import java.util.List;
import java.util.Locale;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** How passwords are judged and hashed: Argon2id with 19 MiB, two passes, one lane (OWASP Password Storage Cheat Sheet). */
final class Passwords {
    static final int SHORTEST = 12; // ASVS 2.1.1
    private static final int LONGEST = 128; // ASVS 2.1.2: at least 64 must be possible, more than 128 must not
    private static final int KIBIBYTES = 19 * 1024;

    /** What everybody tries first and is long enough to pass; compared without digits and signs. */
    private static final List<String> WELL_KNOWN = List.of(
            "password",
            "passwort",
            "qwertyuiop",
            "qwertzuiop",
            "asdfghjkl",
            "letmein",
            "welcome",
            "willkommen",
            "iloveyou",
            "administrator",
            "admin",
            "dorsum",
            "clinic",
            "klinik",
            "praxis",
            "changeme",
            "geheim",
            "trustno");

    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, KIBIBYTES, 2);
    private final String nobodys = encoder.encode("a password of nobody, compared to take the same time");

    /** The hash that is stored. */
    String hash(String password) {
        return encoder.encode(password);
    }

    /** Whether the password is the one of the hash. */
    boolean matches(String password, String hash) {
        return encoder.matches(password.length() > LONGEST ? "" : password, hash);
    }

    /** Takes as long as a comparison, for a login that does not exist. */
    void waste(String password) {
        boolean never = encoder.matches(password.length() > LONGEST ? "" : password, nobodys);
        if (never) {
            throw new IllegalStateException("nobody's password was typed");
        }
    }

    /** Refuses what is too short, too long or guessed at once; asks for no special characters. */
    void check(String password, String login) throws Refused {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw new Refused("password.short");
        }
        if (password.length() > LONGEST) {
            throw new Refused("password.long");
        }
        String small = password.toLowerCase(Locale.ROOT);
        String letters = small.replaceAll("[^\\p{L}]", "");
        boolean guessed = small.contains(login.toLowerCase(Locale.ROOT))
                || small.chars().distinct().count() < 5
                || run(small)
                || WELL_KNOWN.stream().anyMatch(w -> letters.equals(w) || letters.equals(w + w));
        if (guessed) {
            throw new Refused("password.guessed");
        }
    }

    /** Whether it is mostly one ascending row such as 123456 or abcdef. */
    private static boolean run(String text) {
        int steps = 0;
        for (int i = 1; i < text.length(); i++) {
            steps += text.charAt(i) - text.charAt(i - 1) == 1 ? 1 : 0;
        }
        return steps > text.length() / 2;
    }
}
