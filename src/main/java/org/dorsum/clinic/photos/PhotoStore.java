package org.dorsum.clinic.photos;

import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dorsum.clinic.audit.AuditLog;
import org.dorsum.clinic.data.ClinicDatabase;
import org.dorsum.clinic.data.Ids;
import org.dorsum.clinic.data.Instants;
import org.dorsum.clinic.vault.Vault;
import org.dorsum.photo.Provenance;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;

/**
 * The photos of a clinic. A photo that {@link #receive} answered is on the disk: original, copies and row. Who may do what, and
 * whether a client agreed, is the caller's business. Safe for use by many threads.
 */
public final class PhotoStore {
    private static final String COLUMNS =
            "id, visit_id, hand, format, width, height, taken, sha256, bytes, received_at,"
                    + " received_by, discarded_at";
    private static final RowMapper<StoredPhoto> PHOTO = (row, n) -> new StoredPhoto(
            row.getString("id"),
            row.getString("visit_id"),
            HandSide.of(row.getString("hand")),
            row.getString("format"),
            row.getInt("width"),
            row.getInt("height"),
            Optional.ofNullable(row.getString("taken")).map(LocalDateTime::parse),
            row.getString("sha256"),
            row.getLong("bytes"),
            Instants.of(row.getString("received_at")),
            row.getString("received_by"),
            Optional.ofNullable(row.getString("discarded_at")).map(Instants::of));

    private final ClinicDatabase database;
    private final AuditLog log;
    private final Clock clock;
    private final StoredFiles files;
    private final Intake intake;
    private final List<Dependant> dependants = new CopyOnWriteArrayList<>();

    private PhotoStore(ClinicDatabase database, Vault vault, AuditLog log, Clock clock) {
        this.database = database;
        this.log = log;
        this.clock = clock;
        this.files = StoredFiles.of(database, vault);
        this.intake = new Intake(vault);
    }

    /**
     * The photos in {@code database} and {@code vault}; files that an earlier process left unregistered are deleted.
     *
     * @throws IllegalStateException if the two belong to different clinics
     */
    public static PhotoStore open(ClinicDatabase database, Vault vault, AuditLog log, Clock clock) {
        PhotoStore store = new PhotoStore(database, vault, log, clock);
        store.files.checkTogether();
        store.files.sweep();
        return store;
    }

    /** Something that was made of photos and goes with them. */
    public interface Dependant {
        /** Notes, in the transaction that makes it count, that a photo came in. */
        void received(String photoId);

        /** Deletes the rows that depend on the photo, in its transaction; answers the files to be deleted after it. */
        List<String> forget(String photoId);
    }

    /** From now on {@code dependant} is told when a photo comes in and before one is deleted. */
    public void addDependant(Dependant dependant) {
        dependants.add(dependant);
    }

    /** The files of photos and of what is made of them. */
    public StoredFiles files() {
        return files;
    }

    /**
     * Takes in a photo. The same file for the same hand and visit again is the photo that is there already: who did not hear
     * that it arrived may send it once more.
     *
     * @throws RefusedUploadException if it is no photo that can be measured; nothing of it is kept
     */
    public StoredPhoto receive(Upload upload, InputStream content) throws RefusedUploadException {
        Intake.Received received = intake.take(content);
        List<String> written =
                received.files().values().stream().map(Intake.NewFile::fileId).toList();
        try {
            return database.inTransaction(() -> {
                Optional<StoredPhoto> there = same(upload, received.facts().provenance());
                if (there.isPresent()) {
                    files.delete(written);
                    return there.get();
                }
                StoredPhoto photo = row(upload, received);
                insert(photo);
                received.files().forEach((kind, f) -> files.register(photo.id(), kind, f.mediaType(), f.fileId()));
                dependants.forEach(d -> d.received(photo.id()));
                log.append(
                        upload.actor(),
                        "photo-received",
                        subject(photo.id()),
                        photo.format().toLowerCase(Locale.ROOT));
                return photo;
            });
        } catch (DuplicateKeyException e) { // the same file came twice at the same moment
            files.delete(written);
            return same(upload, received.facts().provenance()).orElseThrow(() -> e);
        } catch (DataIntegrityViolationException e) { // nothing was kept; after other failures that is not certain
            files.delete(written);
            throw e;
        }
    }

    private StoredPhoto row(Upload upload, Intake.Received received) {
        Provenance from = received.facts().provenance();
        return new StoredPhoto(
                Ids.random(),
                upload.visitId(),
                upload.hand(),
                from.format(),
                received.facts().width(),
                received.facts().height(),
                from.taken(),
                from.sha256(),
                received.bytes(),
                Instants.of(Instants.text(clock.instant())),
                upload.actor(),
                Optional.empty());
    }

    private Optional<StoredPhoto> same(Upload upload, Provenance from) {
        return database.jdbc()
                .sql("SELECT " + COLUMNS + " FROM photo WHERE visit_id = ? AND hand = ? AND sha256 = ?")
                .params(upload.visitId(), upload.hand().label(), from.sha256())
                .query(PHOTO)
                .optional();
    }

    private void insert(StoredPhoto p) {
        database.jdbc()
                .sql("INSERT INTO photo (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)")
                .params(p.id(), p.visitId(), p.hand().label(), p.format(), p.width(), p.height())
                .param(p.taken().map(LocalDateTime::toString).orElse(null))
                .params(p.sha256(), p.bytes(), Instants.text(p.receivedAt()), p.receivedBy())
                .update();
    }

    /** The photo of that id. */
    public Optional<StoredPhoto> find(String id) {
        return database.jdbc()
                .sql("SELECT " + COLUMNS + " FROM photo WHERE id = ?")
                .param(id)
                .query(PHOTO)
                .optional();
    }

    /** The photos of a visit as they came in, those that wait for deletion among them. */
    public List<StoredPhoto> ofVisit(String visitId) {
        return database.jdbc()
                .sql("SELECT " + COLUMNS + " FROM photo WHERE visit_id = ? ORDER BY received_at, id")
                .param(visitId)
                .query(PHOTO)
                .list();
    }

    /** What is shown of a photo: a JPEG file without metadata, upright. Empty for a photo that is gone. */
    public Optional<byte[]> picture(String id, FileKind kind) {
        if (!EnumSet.of(FileKind.FULL, FileKind.SCREEN, FileKind.THUMBNAIL).contains(kind)) {
            throw new IllegalArgumentException("not a copy for showing: " + kind);
        }
        return files.read(id, kind);
    }

    /** The bytes as they came in: for measuring and for their owner, not for showing. Empty for a photo that is gone. */
    public Optional<byte[]> original(String id) {
        return files.read(id, FileKind.ORIGINAL);
    }

    /** Puts a photo aside until its deletion is confirmed. */
    public void discard(String id, String actor) {
        mark(id, actor, "photo-discarded", Optional.of(Instants.text(clock.instant())));
    }

    /** Takes back {@link #discard}. */
    public void restore(String id, String actor) {
        mark(id, actor, "photo-restored", Optional.empty());
    }

    private void mark(String id, String actor, String action, Optional<String> discarded) {
        database.inTransaction(() -> {
            int rows = database.jdbc()
                    .sql("UPDATE photo SET discarded_at = ? WHERE id = ?")
                    .param(discarded.orElse(null))
                    .param(id)
                    .update();
            if (rows > 0) {
                log.append(actor, action, subject(id), "");
            }
        });
    }

    /**
     * Deletes a photo: its row, its files, and what was made of it. The audit log keeps that there was one. Nothing happens for
     * one that is gone.
     */
    public void delete(String id, String actor) {
        List<String> gone = database.inTransaction(() -> rowsOf(id, actor));
        files.delete(gone);
        database.forget();
    }

    /** Deletes all photos of a visit. */
    public void deleteOfVisit(String visitId, String actor) {
        List<String> gone = database.inTransaction(() -> {
            List<String> all = new ArrayList<>();
            ofVisit(visitId).forEach(p -> all.addAll(rowsOf(p.id(), actor)));
            return all;
        });
        files.delete(gone);
        database.forget();
    }

    private List<String> rowsOf(String id, String actor) {
        List<String> gone = new ArrayList<>();
        dependants.forEach(d -> gone.addAll(d.forget(id)));
        gone.addAll(files.unregister(id, EnumSet.allOf(FileKind.class)));
        int rows =
                database.jdbc().sql("DELETE FROM photo WHERE id = ?").param(id).update();
        if (rows > 0) {
            log.append(actor, "photo-deleted", subject(id), gone.size() + " files");
        }
        return gone;
    }

    private static String subject(String id) {
        return "photo:" + id;
    }
}
