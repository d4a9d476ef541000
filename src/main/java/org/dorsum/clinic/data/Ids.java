package org.dorsum.clinic.data;

import java.util.UUID;
import java.util.regex.Pattern;

/** Names of rows and files: random, so that none can be guessed and none tells how many there are. */
public final class Ids {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Ids() {}

    /** A new id: 122 random bits as the 36 characters of a UUID. */
    public static String random() {
        return UUID.randomUUID().toString();
    }

    /** Whether {@code text} has the form of an id, and so may become part of a path. */
    public static boolean valid(String text) {
        return FORM.matcher(text).matches();
    }

    /** {@code id} itself. */
    public static String checked(String id) {
        if (!valid(id)) {
            throw new IllegalArgumentException("not an id");
        }
        return id;
    }
}
