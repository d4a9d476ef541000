package org.dorsum.clinic.data;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The database of a clinic, with all migrations applied: an SQLite file, or PostgreSQL. Safe for use by many threads.
 *
 * <p>SQLite: a write-ahead log, so that readers do not wait for the writer; every commit is on the disk before it returns; what
 * is deleted is overwritten; foreign keys hold. There is one writer at a time: transactions wait for each other in the order
 * in which they came, not by trying again and again.
 */
public final class ClinicDatabase implements AutoCloseable {
    /** What the file of SQLite is called in a clinic's data folder. */
    public static final String FILE = "clinic.db";

    private static final int CONNECTIONS =
            8; // pages are short reads; more connections than this only wait for two cores
    private static final int BUSY_MS = 30_000; // of another process: a back-up, or someone with the file open
    private static final String MIGRATIONS = "classpath:org/dorsum/clinic/migration/";

    /** The kinds of database there are. */
    public enum Kind {
        /** One file. */
        SQLITE,
        /** A server. */
        POSTGRESQL
    }

    private final Kind kind;
    private final HikariDataSource source;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final ReentrantLock writer = new ReentrantLock(true);

    private ClinicDatabase(Kind kind, HikariDataSource source) {
        this.kind = kind;
        this.source = source;
        JdbcTemplate template = new JdbcTemplate(source);
        if (kind == Kind.SQLITE) {
            template.setExceptionTranslator(new SqliteErrors());
        }
        this.jdbc = JdbcClient.create(template);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    /** The database in {@code file}, which is made if it is not there. */
    public static ClinicDatabase sqlite(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(BUSY_MS);
        config.enforceForeignKeys(true);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "ON");
        SQLiteDataSource plain = new SQLiteDataSource(config);
        plain.setUrl("jdbc:sqlite:" + file);
        HikariConfig pool = pool();
        pool.setDataSource(plain);
        return migrated(Kind.SQLITE, pool);
    }

    /**
     * The database on a PostgreSQL server.
     *
     * @param url begins with {@code jdbc:postgresql:}; it may carry user and password
     */
    public static ClinicDatabase postgresql(String url, Optional<String> user, Optional<String> password) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("the address of a database begins with jdbc:postgresql:");
        }
        HikariConfig pool = pool();
        pool.setJdbcUrl(url);
        user.ifPresent(pool::setUsername);
        password.ifPresent(pool::setPassword);
        return migrated(Kind.POSTGRESQL, pool);
    }

    private static HikariConfig pool() {
        HikariConfig pool = new HikariConfig();
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setPoolName("clinic");
        return pool;
    }

    private static ClinicDatabase migrated(Kind kind, HikariConfig pool) {
        HikariDataSource source = new HikariDataSource(pool);
        try {
            Flyway.configure()
                    .dataSource(source)
                    .locations(MIGRATIONS + "common", MIGRATIONS + (kind == Kind.SQLITE ? "sqlite" : "postgresql"))
                    .load()
                    .migrate();
            return new ClinicDatabase(kind, source);
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
    }

    /** Which kind it is. */
    public Kind kind() {
        return kind;
    }

    /** Statements; outside of {@link #inTransaction} each is a transaction of its own. */
    public JdbcClient jdbc() {
        return jdbc;
    }

    /** Where connections come from. */
    public DataSource dataSource() {
        return source;
    }

    /**
     * What {@code work} answers, all of whose statements are kept or none of them is: none if it throws. Within another
     * transaction of this thread it is part of that.
     */
    public <T> T inTransaction(Supplier<T> work) {
        if (kind == Kind.SQLITE) {
            writer.lock();
        }
        try {
            return Objects.requireNonNull(
                    transactions.execute(status -> work.get()), "a transaction answers something");
        } finally {
            if (kind == Kind.SQLITE) {
                writer.unlock();
            }
        }
    }

    /** Does {@code work} as {@link #inTransaction(Supplier)} does. */
    public void inTransaction(Runnable work) {
        inTransaction(() -> {
            work.run();
            return true;
        });
    }

    /** Does {@code action} once this thread's transaction is kept, never if it is not; at once outside of one. */
    public void afterCommit(Runnable action) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            action.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }

    /** Moves the write-ahead log of SQLite into its file, so that nothing deleted is left in it. */
    public void forget() {
        if (kind == Kind.SQLITE) {
            jdbc.sql("PRAGMA wal_checkpoint(TRUNCATE)").query().listOfRows();
        }
    }

    @Override
    public void close() {
        source.close();
    }
}
