package org.dorsum.clinic.web;

import org.dorsum.clinic.clients.Client;
import org.dorsum.clinic.clients.Clients;
import org.dorsum.clinic.clients.Visit;
import org.dorsum.clinic.clients.Visits;
import org.dorsum.clinic.people.Person;
import org.dorsum.clinic.people.Role;

/**
 * Whether somebody may see this very thing. What is refused looks like what does not exist, so that nobody learns by trying
 * which ids there are.
 */
public final class Access {
    private final Clients clients;
    private final Visits visits;

    /** Access to those clients and visits. */
    public Access(Clients clients, Visits visits) {
        this.clients = clients;
        this.visits = visits;
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

    /** The client whose visit it is. */
    Client clientOf(Visit visit) {
        return clients.find(visit.client()).orElseThrow(Missing::new);
    }
}
