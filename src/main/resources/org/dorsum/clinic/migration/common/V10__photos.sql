-- Photos as received. Their bytes lie encrypted in the vault; this says whose they are and what is known of them.
CREATE TABLE photo (
    id           TEXT PRIMARY KEY,
    visit_id     TEXT NOT NULL REFERENCES visit (id),
    hand         TEXT NOT NULL CHECK (hand IN ('left', 'right')),
    format       TEXT NOT NULL,
    width        INTEGER NOT NULL,
    height       INTEGER NOT NULL,
    taken        TEXT,
    sha256       TEXT NOT NULL,
    bytes        BIGINT NOT NULL,
    received_at  TEXT NOT NULL,
    received_by  TEXT NOT NULL,
    discarded_at TEXT,
    UNIQUE (visit_id, hand, sha256)
);

-- Every file of the vault that is in use: an original, its copies, and what was made of it. Any other file is a leftover.
CREATE TABLE stored_file (
    file_id    TEXT PRIMARY KEY,
    owner      TEXT NOT NULL,
    kind       TEXT NOT NULL,
    media_type TEXT NOT NULL,
    UNIQUE (owner, kind)
);
