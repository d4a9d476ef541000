package org.dorsum.clinic.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.dorsum.clinic.clients.Client;
import org.dorsum.clinic.clients.Consent;
import org.dorsum.clinic.clients.Consents;
import org.dorsum.clinic.clients.Visit;
import org.dorsum.clinic.people.Person;
import org.dorsum.clinic.photos.HandSide;
import org.dorsum.clinic.photos.PhotoStore;
import org.dorsum.clinic.photos.RefusedUploadException;
import org.dorsum.clinic.photos.StoredPhoto;
import org.dorsum.clinic.photos.Upload;
import org.springframework.http.HttpStatus;

/** How a photo comes in, for pages and programs alike: consent first, then the file. */
public final class Photos {
    private final Access access;
    private final Consents consents;
    private final PhotoStore store;

    /** Photos of those clients. */
    public Photos(Access access, Consents consents, PhotoStore store) {
        this.access = access;
        this.consents = consents;
        this.store = store;
    }

    /** A file that did not come in, as an answer to a program or script. */
    static final class NotTaken extends Exception {
        private static final long serialVersionUID = 1;

        private final HttpStatus status;
        private final String code;

        NotTaken(HttpStatus status, String code, String message) {
            super(message);
            this.status = status;
            this.code = code;
        }

        HttpStatus status() {
            return status;
        }

        String code() {
            return code;
        }
    }

    /** The hand of that label. */
    static HandSide hand(String label) {
        return Arrays.stream(HandSide.values())
                .filter(h -> h.label().equals(label))
                .findFirst()
                .orElseThrow(Missing::new);
    }

    /** Takes a photo in; measuring it begins by itself. */
    StoredPhoto receive(Person me, Visit visit, HandSide hand, InputStream content) throws NotTaken, IOException {
        Client client = access.clientOf(visit);
        if (client.leaving()) {
            throw new NotTaken(HttpStatus.CONFLICT, "client.leaving", "");
        }
        if (!consents.allows(client.id(), Consent.Scope.PHOTOS)) {
            throw new NotTaken(HttpStatus.CONFLICT, "photo.consent", "");
        }
        try {
            return store.receive(new Upload(visit.id(), hand, me.id()), content);
        } catch (RefusedUploadException e) {
            boolean large = e.code().equals("too-large");
            throw new NotTaken(
                    large ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.UNPROCESSABLE_CONTENT,
                    e.code(),
                    String.valueOf(e.getMessage()));
        }
    }
}
