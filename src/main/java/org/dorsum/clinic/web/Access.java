package org.dorsum.clinic.web;

import org.dorsum.clinic.clients.Client;
import org.dorsum.clinic.clients.Clients;
import org.dorsum.clinic.clients.Visit;
import org.dorsum.clinic.clients.Visits;
import org.dorsum.clinic.people.Person;
import org.dorsum.clinic.people.Role;
import org.dorsum.clinic.photos.PhotoStore;
import org.dorsum.clinic.photos.StoredPhoto;

/**
 * Whether somebody may see this very thing. What is refused looks like what does not exist, so that nobody learns by trying
 * which ids there are.
 */
public final class Access {
    private final Clients clients;
    private final Visits visits;
    private final PhotoStore photos;

    /** Access to those clients, visits and photos. */
    public Access(Clients clients, Visits visits, PhotoStore photos) {
        this.clients = clients;
        this.visits = visits;
        this.photos = photos;
    }

    /** The client of that id, for a clinician. */
    public Client client(Person me, String id) {
        if (!me.is(Role.CLINICIAN)) {
            throw new Missing();
        }
        return clients.find(id).orElseThrow(Missing::new);
    }

    /** The visit of that id: any for a clinician, one of today for an assistant. */
    public Visit visit(Person me, String id) {
        Visit visit = visits.find(id).orElseThrow(Missing::new);
        boolean sees =
                me.is(Role.CLINICIAN) || (me.is(Role.ASSISTANT) && visit.on().equals(visits.today()));
        if (!sees) {
            throw new Missing();
        }
        return visit;
    }

    /** The photo of that id, for whoever may see its visit. */
    public StoredPhoto photo(Person me, String id) {
        StoredPhoto photo = photos.find(id).orElseThrow(Missing::new);
        visit(me, photo.visitId());
        return photo;
    }

    /** The client whose visit it is. */
    Client clientOf(Visit visit) {
        return clients.find(visit.client()).orElseThrow(Missing::new);
    }
}
