-- A client is known by a code; the name, if it was given, is sealed with the key outside this database.
CREATE TABLE client (
    id TEXT PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name_sealed TEXT,
    created_at TEXT NOT NULL,
    deletion_asked_at TEXT
);

CREATE TABLE consent (
    id TEXT PRIMARY KEY,
    client_id TEXT NOT NULL REFERENCES client (id),
    scope TEXT NOT NULL CHECK (scope IN ('photos', 'research')),
    given_on TEXT NOT NULL,
    withdrawn_on TEXT,
    recorded_by TEXT NOT NULL REFERENCES person (id)
);

CREATE INDEX consent_client ON consent (client_id);

-- Concerns, conditions and notes of a consultation; notes are sealed.
CREATE TABLE consultation (
    id TEXT PRIMARY KEY,
    client_id TEXT NOT NULL REFERENCES client (id),
    held_on TEXT NOT NULL,
    concerns TEXT NOT NULL,
    conditions TEXT NOT NULL,
    notes_sealed TEXT,
    decision TEXT NOT NULL CHECK (decision IN ('suitable', 'stop', 'undecided')),
    recorded_by TEXT NOT NULL REFERENCES person (id),
    created_at TEXT NOT NULL
);

CREATE INDEX consultation_client ON consultation (client_id);

CREATE TABLE visit (
    id TEXT PRIMARY KEY,
    client_id TEXT NOT NULL REFERENCES client (id),
    visited_on TEXT NOT NULL,
    next_visit_on TEXT,
    created_at TEXT NOT NULL
);

CREATE INDEX visit_client ON visit (client_id);

-- What was ticked of the lists of preparation and after-care.
CREATE TABLE visit_check (
    visit_id TEXT NOT NULL REFERENCES visit (id),
    item TEXT NOT NULL,
    checked_by TEXT NOT NULL REFERENCES person (id),
    checked_at TEXT NOT NULL,
    PRIMARY KEY (visit_id, item)
);

CREATE TABLE treatment (
    id TEXT PRIMARY KEY,
    visit_id TEXT NOT NULL REFERENCES visit (id),
    hand TEXT NOT NULL CHECK (hand IN ('left', 'right', 'both')),
    device TEXT NOT NULL CHECK (device IN ('crystal', 'diamond')),
    settings TEXT NOT NULL,
    passes INTEGER NOT NULL CHECK (passes BETWEEN 1 AND 20),
    areas TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES person (id),
    created_at TEXT NOT NULL
);

CREATE INDEX treatment_visit ON treatment (visit_id);

-- How long what is kept; absent means for ever.
CREATE TABLE retention (
    kind TEXT PRIMARY KEY CHECK (kind IN ('after_last_visit', 'after_withdrawal')),
    days INTEGER NOT NULL CHECK (days BETWEEN 1 AND 36500)
);
