-- Two cards of one person become one, and can become two again at any time.  What moved and what was
-- overwritten stands in the journal of the operation; nothing is removed by a merge.

ALTER TABLE client ADD COLUMN merged_into_id INTEGER REFERENCES client ON DELETE RESTRICT;
CREATE INDEX client_merged_into ON client (merged_into_id) WHERE merged_into_id IS NOT NULL;

CREATE TABLE client_merge (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  operation_id INTEGER NOT NULL REFERENCES operation ON DELETE RESTRICT,
  client_id    INTEGER NOT NULL REFERENCES client ON DELETE RESTRICT, -- the survivor
  other_id     INTEGER NOT NULL REFERENCES client ON DELETE RESTRICT, -- goes into the archive
  at           INTEGER NOT NULL,
  undone_at    INTEGER, -- separated again
  CHECK (client_id <> other_id)
) STRICT;
CREATE UNIQUE INDEX client_merge_operation ON client_merge (operation_id, other_id);
CREATE INDEX client_merge_client ON client_merge (client_id);
CREATE INDEX client_merge_other ON client_merge (other_id);

-- Two cards of which somebody said that they are two people: never offered as duplicates again.
CREATE TABLE client_not_same (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  client_id INTEGER NOT NULL REFERENCES client ON DELETE RESTRICT,
  other_id  INTEGER NOT NULL REFERENCES client ON DELETE RESTRICT,
  at        INTEGER NOT NULL,
  UNIQUE (client_id, other_id),
  CHECK (client_id < other_id)
) STRICT;
CREATE INDEX client_not_same_other ON client_not_same (other_id);
