package org.dorsum.clinic.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * Short texts that identify a person, for a column of the database. A text is sealed for one row: moved to another, it does not
 * open. Immutable and safe for use by many threads.
 */
public final class SealedText {
    private final VaultKey key;

    private SealedText(VaultKey key) {
        this.key = key;
    }

    /** Texts sealed with {@code key}. */
    public static SealedText with(VaultKey key) {
        return new SealedText(key);
    }

    /** {@code text} sealed for the row {@code rowId}; another result at each call. */
    public String seal(String text, String rowId) {
        try {
            return Base64.getEncoder().encodeToString(key.names().encrypt(bytes(text), bytes(rowId)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("encryption does not fail", e);
        }
    }

    /**
     * The text that was sealed.
     *
     * @throws DamagedException if it was changed, sealed for another row or with another key
     */
    public String open(String sealed, String rowId) {
        try {
            return new String(
                    key.names().decrypt(Base64.getDecoder().decode(sealed), bytes(rowId)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new DamagedException("a sealed text does not open", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
