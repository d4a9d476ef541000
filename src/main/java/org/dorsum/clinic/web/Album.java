package org.dorsum.clinic.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dorsum.clinic.clients.Client;
import org.dorsum.clinic.clients.Visit;
import org.dorsum.clinic.clients.Visits;
import org.dorsum.clinic.photos.HandSide;
import org.dorsum.clinic.photos.PhotoStore;
import org.dorsum.clinic.photos.StoredPhoto;
import org.dorsum.clinic.work.PhotoState;
import org.dorsum.clinic.work.Stage;
import org.dorsum.clinic.work.Work;

/** The photos of a client in the order of visits. */
public final class Album {
    private final Visits visits;
    private final PhotoStore store;
    private final Work work;

    /** The photos of those visits. */
    public Album(Visits visits, PhotoStore store, Work work) {
        this.visits = visits;
        this.store = store;
        this.work = work;
    }

    /** A photo and what is known about it so far. */
    record Shot(StoredPhoto photo, Optional<PhotoState> state) {
        /** Whether something is still being done. */
        public boolean busy() {
            return state.map(s -> s.measuring().stage() == Stage.QUEUED
                            || s.measuring().stage() == Stage.RUNNING)
                    .orElse(true);
        }

        /** Whether it gave numbers and is not set aside. */
        public boolean measured() {
            return photo.discarded().isEmpty()
                    && state.flatMap(PhotoState::status)
                            .filter("measured"::equals)
                            .isPresent();
        }
    }

    /** The photos of one hand at one visit that gave numbers. */
    record Session(Visit visit, List<StoredPhoto> photos) {
        public List<String> ids() {
            return photos.stream().map(StoredPhoto::id).toList();
        }
    }

    /** The photos of a visit as they came in. */
    List<Shot> shots(Visit visit) {
        return store.ofVisit(visit.id()).stream()
                .map(p -> new Shot(p, work.photo(p.id())))
                .toList();
    }

    /** The sessions of a hand that can be compared, earliest first. */
    List<Session> sessions(Client client, HandSide hand) {
        List<Session> sessions = new ArrayList<>();
        for (Visit visit : visits.of(client.id())) {
            List<StoredPhoto> photos = shots(visit).stream()
                    .filter(s -> s.photo().hand() == hand && s.measured())
                    .map(Shot::photo)
                    .toList();
            if (!photos.isEmpty()) {
                sessions.add(new Session(visit, photos));
            }
        }
        return sessions;
    }

    /** The day of the visit at which a photo was taken. */
    LocalDate day(String photo) {
        return store.find(photo)
                .flatMap(p -> visits.find(p.visitId()))
                .map(Visit::on)
                .orElseThrow(Missing::new);
    }

    /** The first photo of that hand at an earlier visit, to frame the next one alike. */
    Optional<StoredPhoto> baseline(Visit visit, HandSide hand) {
        return visits.of(visit.client()).stream()
                .filter(v -> v.on().isBefore(visit.on()))
                .flatMap(v -> shots(v).stream())
                .filter(s -> s.photo().hand() == hand && s.measured())
                .map(Shot::photo)
                .findFirst();
    }
}
