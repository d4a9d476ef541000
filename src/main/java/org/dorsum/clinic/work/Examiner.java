package org.dorsum.clinic.work;

import java.util.Optional;
import org.dorsum.assess.Assessor;
import org.dorsum.assess.Examination;
import org.dorsum.assess.FirstLook;
import org.dorsum.clinic.data.ClinicDatabase;
import org.dorsum.clinic.photos.PhotoStore;
import org.dorsum.hand.CorrectedHandFinder;
import org.dorsum.hand.HandCorrection;
import org.dorsum.hand.HandFinder;
import org.dorsum.photo.Photo;
import org.dorsum.photo.PhotoReader;
import org.dorsum.photo.UnreadablePhotoException;

/** Looks at stored photos as the command line looks at files, with a person's corrections where there are some. */
final class Examiner {
    private final ClinicDatabase database;
    private final PhotoStore store;
    private final HandFinder finder;
    private final Assessor assessor;
    private final PhotoReader reader = PhotoReader.withDefaults();

    Examiner(ClinicDatabase database, PhotoStore store, HandFinder finder) {
        this.database = database;
        this.store = store;
        this.finder = finder;
        this.assessor = Assessor.with(finder);
    }

    /** With what photos are assessed that nobody corrected. */
    Assessor assessor() {
        return assessor;
    }

    Optional<HandCorrection> correction(String photoId) {
        return database.jdbc()
                .sql("SELECT outlines FROM correction WHERE photo_id = ?")
                .param(photoId)
                .query(String.class)
                .optional()
                .map(CorrectionText::read);
    }

    /** Empty for a photo that is gone. */
    Optional<FirstLook> look(String photoId) {
        return photo(photoId).map(assessor::look);
    }

    /** Empty for a photo that is gone. */
    Optional<Examination> examine(String photoId) {
        return photo(photoId).map(photo -> corrected(photoId).examine(photo));
    }

    /** What a course needs of it; empty for a photo that is gone. */
    Optional<Examination> survey(String photoId) {
        return photo(photoId).map(photo -> corrected(photoId).survey(photo));
    }

    private Assessor corrected(String photoId) {
        return correction(photoId)
                .map(c -> assessor.withFinder(CorrectedHandFinder.of(finder, c)))
                .orElse(assessor);
    }

    private Optional<Photo> photo(String photoId) {
        return store.original(photoId).map(bytes -> read(photoId, bytes));
    }

    private Photo read(String photoId, byte[] bytes) {
        try {
            return reader.read(photoId, bytes);
        } catch (UnreadablePhotoException e) {
            throw new IllegalStateException("a photo that came in can be read", e);
        }
    }
}
