package org.dorsum.clinic.web;

import org.dorsum.clinic.clients.Client;
import org.dorsum.clinic.clients.Clients;
import org.dorsum.clinic.clients.Visit;
import org.dorsum.clinic.clients.Visits;
import org.dorsum.clinic.data.ClinicDatabase;
import org.dorsum.clinic.photos.PhotoStore;

/** Deletes everything of a client: photos and what was made of them, then the rows; the audit log keeps that there was one. */
public final class Erasure {
    private final ClinicDatabase database;
    private final Clients clients;
    private final Visits visits;
    private final PhotoStore store;

    /** Deletion of those clients. */
    public Erasure(ClinicDatabase database, Clients clients, Visits visits, PhotoStore store) {
        this.database = database;
        this.clients = clients;
        this.visits = visits;
        this.store = store;
    }

    /** Deletes; what was interrupted is finished by asking again. */
    void erase(Client client, String by) {
        for (Visit visit : visits.of(client.id())) {
            store.deleteOfVisit(visit.id(), by);
        }
        clients.delete(client, by);
        database.forget();
    }
}
