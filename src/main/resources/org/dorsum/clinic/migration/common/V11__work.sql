-- What is to be done in the background. A row goes queued, running, then done or failed; what a killed process was at is queued
-- again at the next start.
CREATE TABLE job (
    id          TEXT PRIMARY KEY,
    lane        TEXT NOT NULL CHECK (lane IN ('look', 'measure')),
    kind        TEXT NOT NULL CHECK (kind IN ('look', 'measure', 'compare', 'course')),
    subject     TEXT NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed')),
    attempts    INTEGER NOT NULL,
    problem     TEXT,
    created_at  TEXT NOT NULL,
    started_at  TEXT,
    finished_at TEXT
);

CREATE INDEX job_waiting ON job (lane, state, attempts, created_at);

CREATE INDEX job_subject ON job (subject, created_at);

-- The same thing waits once.
CREATE UNIQUE INDEX job_waits_once ON job (kind, subject) WHERE state = 'queued';

-- The first look: whether a photo is worth measuring, and what to do if not.
CREATE TABLE look (
    photo_id  TEXT PRIMARY KEY REFERENCES photo (id),
    usable    INTEGER NOT NULL,
    findings  TEXT NOT NULL,
    looked_at TEXT NOT NULL
);

-- What a person drew where the finder erred: outlines in pixels of the upright photo, as JSON.
CREATE TABLE correction (
    photo_id TEXT PRIMARY KEY REFERENCES photo (id),
    outlines TEXT NOT NULL,
    made_by  TEXT NOT NULL,
    made_at  TEXT NOT NULL
);

-- One row a photo that was measured, rejected or failed; cells are those of metrics.csv, as JSON.
CREATE TABLE analysis (
    photo_id    TEXT PRIMARY KEY REFERENCES photo (id),
    job_id      TEXT NOT NULL,
    status      TEXT NOT NULL CHECK (status IN ('measured', 'rejected')),
    findings    TEXT NOT NULL,
    cells       TEXT NOT NULL,
    corrected   INTEGER NOT NULL,
    measured_at TEXT NOT NULL
);

CREATE TABLE measurement (
    photo_id       TEXT NOT NULL REFERENCES photo (id),
    zone           TEXT NOT NULL,
    metric         TEXT NOT NULL,
    value          DOUBLE PRECISION,
    unit           TEXT NOT NULL,
    standard_error DOUBLE PRECISION,
    reason         TEXT,
    PRIMARY KEY (photo_id, zone, metric)
);

-- Photos held against each other: a pair of sessions, or a whole course. Plan says how the photos belong together, as JSON.
CREATE TABLE comparison (
    id          TEXT PRIMARY KEY,
    kind        TEXT NOT NULL CHECK (kind IN ('compare', 'course')),
    label       TEXT NOT NULL,
    plan        TEXT NOT NULL,
    verdict     TEXT,
    made_by     TEXT NOT NULL,
    made_at     TEXT NOT NULL,
    compared_at TEXT
);

CREATE INDEX comparison_label ON comparison (label, made_at);

CREATE TABLE comparison_photo (
    comparison_id TEXT NOT NULL REFERENCES comparison (id),
    part          TEXT NOT NULL,
    place         INTEGER NOT NULL,
    photo_id      TEXT NOT NULL REFERENCES photo (id),
    PRIMARY KEY (comparison_id, part, place)
);

CREATE INDEX comparison_of_photo ON comparison_photo (photo_id);
