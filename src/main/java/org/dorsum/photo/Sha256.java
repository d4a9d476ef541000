package org.dorsum.photo;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 digests, by which photos, settings and models are named. */
public final class Sha256 {
    private Sha256() {}

    /** The digest of {@code bytes}: 64 hexadecimal digits, lower case. */
    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(started().digest(bytes));
    }

    /** A digest to be fed piece by piece. */
    public static MessageDigest started() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
