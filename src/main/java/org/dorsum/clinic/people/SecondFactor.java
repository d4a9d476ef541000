package org.dorsum.clinic.people;

import dev.samstevens.totp.code.CodeGenerator;
import dev.samstevens.totp.code.DefaultCodeGenerator;
import dev.samstevens.totp.code.HashingAlgorithm;
import dev.samstevens.totp.exceptions.CodeGenerationException;
import dev.samstevens.totp.exceptions.QrGenerationException;
import dev.samstevens.totp.qr.QrData;
import dev.samstevens.totp.qr.ZxingPngQrGenerator;
import dev.samstevens.totp.secret.DefaultSecretGenerator;
import java.time.Clock;
import java.util.Optional;
import org.dorsum.clinic.audit.AuditLog;
import org.dorsum.clinic.data.ClinicDatabase;
import org.dorsum.clinic.vault.SealedText;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Codes of an authenticator app (TOTP, RFC 6238: SHA-1, 6 digits, 30 s). A code counts one period early or late and once only.
 * The secret is sealed in the database.
 */
public final class SecondFactor {
    private static final int DIGITS = 6;
    private static final int SECONDS = 30;

    private final ClinicDatabase database;
    private final JdbcClient jdbc;
    private final SealedText texts;
    private final People people;
    private final AuditLog audit;
    private final Clock clock;
    private final CodeGenerator codes = new DefaultCodeGenerator(HashingAlgorithm.SHA1, DIGITS);

    /** The second factors of those persons. */
    public SecondFactor(ClinicDatabase database, SealedText texts, People people, AuditLog audit, Clock clock) {
        this.database = database;
        this.jdbc = database.jdbc();
        this.texts = texts;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** Makes a new secret, which counts once a code of it was typed; answers what the authenticator is to be told. */
    public String start(Person person) {
        String secret = new DefaultSecretGenerator().generate();
        jdbc.sql("UPDATE person SET totp_sealed = :sealed, totp_confirmed = 0, totp_step = 0 WHERE id = :id")
                .param("sealed", texts.seal(secret, place(person.id())))
                .param("id", person.id())
                .update();
        return secret;
    }

    /** The picture for the authenticator's camera, as PNG. */
    public byte[] picture(Person person, String secret) {
        QrData data = new QrData.Builder()
                .label(person.login())
                .secret(secret)
                .issuer("Dorsum")
                .algorithm(HashingAlgorithm.SHA1)
                .digits(DIGITS)
                .period(SECONDS)
                .build();
        try {
            return new ZxingPngQrGenerator().generate(data);
        } catch (QrGenerationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a secret waits for its first code, and which. */
    public Optional<String> pending(Person person) {
        return person.secondFactor() ? Optional.empty() : secret(person.id());
    }

    /** Switches the second factor on if the code is right. */
    public void confirm(Person person, String code) throws Refused {
        if (!accepts(person.id(), code)) {
            throw new Refused("code.wrong");
        }
        database.inTransaction(() -> {
            jdbc.sql("UPDATE person SET totp_confirmed = 1 WHERE id = :id")
                    .param("id", person.id())
                    .update();
            people.endSessions(person.id());
            audit.append(person.id(), "second-factor-on", "person:" + person.id(), "");
        });
    }

    /** Switches the second factor off, as its owner or, for a lost telephone, as administrator. */
    public void off(String id, String by) {
        database.inTransaction(() -> {
            jdbc.sql("UPDATE person SET totp_sealed = NULL, totp_confirmed = 0, totp_step = 0 WHERE id = :id")
                    .param("id", id)
                    .update();
            people.endSessions(id);
            audit.append(by, "second-factor-off", "person:" + id, "");
        });
    }

    /** Whether the code is right now and has not been used; uses it up. */
    boolean accepts(String id, String code) {
        String digits = code.replaceAll("\\s", "");
        Optional<String> secret = secret(id);
        if (secret.isEmpty() || digits.length() != DIGITS) {
            return false;
        }
        long step = clock.instant().getEpochSecond() / SECONDS;
        for (long s = step - 1; s <= step + 1; s++) {
            if (Secrets.same(code(secret.get(), s), digits)) {
                return jdbc.sql("UPDATE person SET totp_step = :step WHERE id = :id AND totp_step < :step")
                                .param("step", s)
                                .param("id", id)
                                .update()
                        == 1;
            }
        }
        return false;
    }

    private String code(String secret, long step) {
        try {
            return codes.generate(secret, step);
        } catch (CodeGenerationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<String> secret(String id) {
        return jdbc.sql("SELECT totp_sealed FROM person WHERE id = :id AND totp_sealed IS NOT NULL")
                .param("id", id)
                .query(String.class)
                .optional()
                .map(s -> texts.open(s, place(id)));
    }

    private static String place(String id) {
        return "person.totp:" + id;
    }
}
