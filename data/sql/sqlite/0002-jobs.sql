-- Long work that goes in chunks under one operation: changes of many clients, imports, their undo.  A job that
-- still runs when a file is opened was broken off: it can be gone on with, or undone.

CREATE TABLE job (
  operation_id INTEGER PRIMARY KEY REFERENCES operation ON DELETE RESTRICT,
  kind         TEXT NOT NULL CHECK (length (kind) BETWEEN 1 AND 100), -- as the operation is named
  state        INTEGER NOT NULL CHECK (state BETWEEN 1 AND 3), -- SalonJobState
  cursor       INTEGER NOT NULL, -- where the next chunk begins, in the counting of the kind
  done         INTEGER NOT NULL CHECK (done >= 0), -- things worked off
  skipped      INTEGER NOT NULL CHECK (skipped >= 0), -- those of them that were left as they are
  total        INTEGER NOT NULL CHECK (total >= 0), -- 0 = not known beforehand
  request      TEXT -- what is needed to go on, in the words of the kind; NULL = cannot be gone on with
) STRICT;

-- Apart, because a row is written anew with each chunk.
CREATE TABLE job_items (
  operation_id INTEGER PRIMARY KEY REFERENCES job ON DELETE RESTRICT,
  ids          BLOB NOT NULL -- that were chosen when it began, 8 bytes each, little end first
) STRICT;
CREATE INDEX job_running ON job (state) WHERE state = 1;
