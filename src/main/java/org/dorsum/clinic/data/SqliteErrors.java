package org.dorsum.clinic.data;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.sqlite.SQLiteException;

/** Gives SQLite's errors the types that PostgreSQL's have; SQLite sets no SQL state that Spring could go by. */
final class SqliteErrors implements SQLExceptionTranslator {
    private final SQLExceptionTranslator others = new SQLStateSQLExceptionTranslator();

    @Override
    public @Nullable DataAccessException translate(String task, @Nullable String sql, SQLException e) {
        if (e instanceof SQLiteException error) {
            switch (error.getResultCode()) {
                case SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_ROWID -> {
                    return new DuplicateKeyException(task, e);
                }
                case SQLITE_CONSTRAINT,
                        SQLITE_CONSTRAINT_CHECK,
                        SQLITE_CONSTRAINT_FOREIGNKEY,
                        SQLITE_CONSTRAINT_NOTNULL,
                        SQLITE_CONSTRAINT_TRIGGER -> {
                    return new DataIntegrityViolationException(task, e);
                }
                case SQLITE_BUSY, SQLITE_BUSY_SNAPSHOT, SQLITE_LOCKED -> {
                    return new CannotAcquireLockException(task, e);
                }
                default -> {
                    return others.translate(task, sql, e);
                }
            }
        }
        return others.translate(task, sql, e);
    }
}
