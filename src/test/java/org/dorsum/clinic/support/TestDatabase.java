package org.dorsum.clinic.support;

import java.nio.file.Path;
import java.util.Optional;
import org.dorsum.clinic.data.ClinicDatabase;
import org.junit.jupiter.api.Assumptions;

/** The databases that everything is tested on. */
public enum TestDatabase {
    /** A file in the test's own folder. */
    SQLITE {
        @Override
        public ClinicDatabase open(Path folder) {
            return ClinicDatabase.sqlite(folder.resolve("clinic.db"));
        }
    },
    /** A new database on a server that the tests start; tests on it are skipped where PostgreSQL is not installed. */
    POSTGRESQL {
        @Override
        public ClinicDatabase open(Path folder) {
            Optional<Postgres> server = Postgres.server();
            Assumptions.assumeTrue(server.isPresent(), "PostgreSQL is not installed (apt install postgresql)");
            return ClinicDatabase.postgresql(server.orElseThrow().newDatabase(), Optional.empty(), Optional.empty());
        }
    };

    /** A new database with all migrations applied. */
    public abstract ClinicDatabase open(Path folder);
}
