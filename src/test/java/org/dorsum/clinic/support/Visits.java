package org.dorsum.clinic.support;

import org.dorsum.clinic.data.ClinicDatabase;
import org.dorsum.clinic.data.Ids;

/** Visits for photos to belong to. */
public final class Visits {
    private Visits() {}

    /** A new visit; answers its id. */
    public static String add(ClinicDatabase database) {
        String client = Ids.random();
        database.jdbc()
                .sql("INSERT INTO client (id, code, created_at) VALUES (?, ?, ?)")
                .params(client, client, "2026-01-01T00:00:00.000Z")
                .update();
        String id = Ids.random();
        database.jdbc()
                .sql("INSERT INTO visit (id, client_id, visited_on, created_at) VALUES (?, ?, ?, ?)")
                .params(id, client, "2026-01-01", "2026-01-01T00:00:00.000Z")
                .update();
        return id;
    }
}
