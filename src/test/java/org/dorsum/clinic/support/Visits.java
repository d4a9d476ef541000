package org.dorsum.clinic.support;

import org.dorsum.clinic.data.ClinicDatabase;
import org.dorsum.clinic.data.Ids;

/** Visits for photos to belong to. */
public final class Visits {
    private Visits() {}

    /** A new visit; answers its id. */
    public static String add(ClinicDatabase database) {
        String id = Ids.random();
        database.jdbc().sql("INSERT INTO visit (id) VALUES (?)").param(id).update();
        return id;
    }
}
