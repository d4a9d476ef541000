package org.dorsum.clinic.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.dorsum.photo.Sha256;

/**
 * One row of the audit log.
 *
 * @param seq counts from 1 without a gap
 * @param at instant, as text in UTC
 * @param actor id of the user, or {@code system}
 * @param action lower-case words joined by hyphens, such as {@code photo-deleted}
 * @param subject what it was done to: a kind and an id, such as {@code photo:…}
 * @param detail codes and counts; never a name, a note or an address
 * @param previous hash of the row before
 * @param hash SHA-256 over all of the above
 */
public record AuditEntry(
        long seq, String at, String actor, String action, String subject, String detail, String previous, String hash) {

    /** The next entry after {@code previous}, its hash computed. */
    static AuditEntry chained(
            long seq, String at, String actor, String action, String subject, String detail, String previous) {
        return new AuditEntry(
                seq,
                at,
                actor,
                action,
                subject,
                detail,
                previous,
                hash(seq, List.of(at, actor, action, subject, detail, previous)));
    }

    /** Whether the hash is that of the fields. */
    boolean intact() {
        return hash.equals(hash(seq, List.of(at, actor, action, subject, detail, previous)));
    }

    /** Every field with its length before it: no two rows have the same bytes. */
    private static String hash(long seq, List<String> fields) {
        MessageDigest digest = Sha256.started();
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(seq).array());
        for (String field : fields) {
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
