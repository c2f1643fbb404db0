-- Lists of clients and visits that were taken over from other programs.

-- Under which number a client is known in another program: a second import finds her, and her visits do.
CREATE TABLE external_id (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  client_id INTEGER NOT NULL REFERENCES client ON DELETE RESTRICT,
  origin    TEXT NOT NULL CHECK (length (origin) BETWEEN 1 AND 200), -- the other program
  value     TEXT NOT NULL CHECK (length (value) BETWEEN 1 AND 200),
  UNIQUE (origin, value)
) STRICT;
CREATE INDEX external_id_client ON external_id (client_id);

-- One row for each import; it stays when the import is rolled back.
CREATE TABLE import_batch (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  operation_id INTEGER NOT NULL UNIQUE REFERENCES operation ON DELETE RESTRICT,
  file_name    TEXT NOT NULL,
  subject      INTEGER NOT NULL CHECK (subject IN (1, 2)), -- clients, visits
  strategy     INTEGER NOT NULL CHECK (strategy BETWEEN 1 AND 4),
  origin       TEXT NOT NULL,
  mapping      TEXT NOT NULL, -- JSON: what the columns were
  user_id      INTEGER NOT NULL,
  begun_at     INTEGER NOT NULL,
  ended_at     INTEGER, -- NULL: broken off
  n_new        INTEGER NOT NULL DEFAULT 0 CHECK (n_new >= 0),
  n_updated    INTEGER NOT NULL DEFAULT 0 CHECK (n_updated >= 0),
  n_duplicates INTEGER NOT NULL DEFAULT 0 CHECK (n_duplicates >= 0),
  n_rejected   INTEGER NOT NULL DEFAULT 0 CHECK (n_rejected >= 0),
  n_empty      INTEGER NOT NULL DEFAULT 0 CHECK (n_empty >= 0),
  rolled_back_at INTEGER,
  n_kept       INTEGER NOT NULL DEFAULT 0 CHECK (n_kept >= 0) -- clients and visits that a roll back left
) STRICT;

-- What a person said of the columns of a sheet, by its headings.
CREATE TABLE import_mapping (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  signature TEXT NOT NULL UNIQUE,
  mapping   TEXT NOT NULL,
  used_at   INTEGER NOT NULL
) STRICT;
