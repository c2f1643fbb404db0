-- What was said between the salon and a client, how well she was served, and what she allowed.
-- Enumerations are those of model/entities/enums.h; their numbers are never reused.

-- Users are not referred to (as in created_by_id): the history goes on naming one who is gone.
CREATE TABLE contact (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  client_id   INTEGER NOT NULL REFERENCES client ON DELETE RESTRICT,
  kind        INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 6),
  outcome     INTEGER CHECK (outcome BETWEEN 1 AND 8),
  at          INTEGER NOT NULL CHECK (at > 0),
  seconds     INTEGER NOT NULL DEFAULT 0 CHECK (seconds BETWEEN 0 AND 86400),
  text        TEXT CHECK (length (text) <= 10000),
  recording   TEXT CHECK (length (recording) BETWEEN 1 AND 2000), -- path of a file, or an address
  employee_id INTEGER REFERENCES employee ON DELETE RESTRICT, -- who had it
  user_id     INTEGER,
  visit_id    INTEGER REFERENCES visit ON DELETE RESTRICT     -- what it was about
) STRICT;
CREATE INDEX contact_client ON contact (client_id, at);
CREATE INDEX contact_employee ON contact (employee_id, at) WHERE employee_id IS NOT NULL;
CREATE INDEX contact_visit ON contact (visit_id) WHERE visit_id IS NOT NULL;

-- A mark, a complaint, or both: of a visit, of a contact, or of the salon as such.
CREATE TABLE quality_mark (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  client_id      INTEGER NOT NULL REFERENCES client ON DELETE RESTRICT,
  visit_id       INTEGER REFERENCES visit ON DELETE RESTRICT,
  contact_id     INTEGER REFERENCES contact ON DELETE RESTRICT,
  mark           INTEGER CHECK (mark BETWEEN 1 AND 5),
  complaint      INTEGER NOT NULL DEFAULT 0 CHECK (complaint IN (0, 1)),
  text           TEXT CHECK (length (text) <= 10000),
  employee_id    INTEGER REFERENCES employee ON DELETE RESTRICT, -- about which master
  user_id        INTEGER,                                        -- or which administrator
  at             INTEGER NOT NULL CHECK (at > 0),
  created_by_id  INTEGER,
  resolved_at    INTEGER,
  resolved_by_id INTEGER,
  resolution     TEXT CHECK (length (resolution) <= 10000),
  CHECK (mark IS NOT NULL OR complaint = 1),
  CHECK (visit_id IS NULL OR contact_id IS NULL),
  CHECK (resolved_at IS NULL OR complaint = 1)
) STRICT;
CREATE INDEX quality_mark_client ON quality_mark (client_id, at);
CREATE INDEX quality_mark_visit ON quality_mark (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX quality_mark_contact ON quality_mark (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX quality_mark_employee ON quality_mark (employee_id, at) WHERE employee_id IS NOT NULL;
CREATE INDEX quality_mark_open ON quality_mark (at) WHERE complaint = 1 AND resolved_at IS NULL;

CREATE TABLE client_consent (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  client_id     INTEGER NOT NULL REFERENCES client ON DELETE RESTRICT,
  kind          INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 4),
  given_day     INTEGER NOT NULL CHECK (given_day BETWEEN 0 AND 100000),
  withdrawn_day INTEGER CHECK (withdrawn_day BETWEEN 0 AND 100000),
  how           TEXT CHECK (length (how) <= 200),
  CHECK (withdrawn_day >= given_day)
) STRICT;
CREATE INDEX client_consent_client ON client_consent (client_id, kind, given_day);
CREATE UNIQUE INDEX client_consent_stands ON client_consent (client_id, kind) WHERE withdrawn_day IS NULL;
CREATE INDEX client_consent_kind ON client_consent (kind, client_id) WHERE withdrawn_day IS NULL;
