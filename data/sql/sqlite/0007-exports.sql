-- What left the salon as a file: who, when, which data, of whom; and the file itself, kept for a while.

-- A row is made when an export begins and is complete when its file is kept.  What is complete stays for ever;
-- one that is not complete long after it began was broken off by the end of the program.
CREATE TABLE export_log (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  at            INTEGER NOT NULL,
  user_id       INTEGER NOT NULL, -- 0 = the command line
  kind          TEXT NOT NULL CHECK (kind IN ('clients')),
  format        INTEGER NOT NULL CHECK (format BETWEEN 1 AND 3), -- SalonExportFormat
  ticked        INTEGER NOT NULL CHECK (ticked IN (0, 1)), -- only those that were ticked, of those found
  filter        TEXT, -- in the grammar of the program; NULL = everybody
  told          TEXT, -- the same as a sentence, in the language of whoever exported
  columns       TEXT NOT NULL CHECK (length (columns) BETWEEN 1 AND 20000), -- keys between commas
  n_rows        INTEGER NOT NULL CHECK (n_rows >= 0), -- until it is complete: how many were asked for
  file_name     TEXT NOT NULL CHECK (length (file_name) BETWEEN 1 AND 1000), -- without folders
  size          INTEGER NOT NULL DEFAULT 0 CHECK (size >= 0),
  sha256        TEXT,
  complete      INTEGER NOT NULL DEFAULT 0 CHECK (complete IN (0, 1)),
  removed_at    INTEGER, -- the file is not kept any more
  removed_by_id INTEGER, -- NULL = its time was over
  CHECK (complete = 0 OR sha256 IS NOT NULL)
) STRICT;
CREATE INDEX export_log_kept ON export_log (at) WHERE removed_at IS NULL;

CREATE TABLE export_file (
  export_id INTEGER NOT NULL REFERENCES export_log ON DELETE RESTRICT,
  part      INTEGER NOT NULL CHECK (part >= 0),
  data      BLOB NOT NULL CHECK (length (data) BETWEEN 1 AND 262144),
  UNIQUE (export_id, part)
) STRICT;

CREATE TRIGGER export_log_keeps_rows BEFORE DELETE ON export_log
WHEN OLD.complete = 1 OR OLD.removed_at IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'the log of exports is append-only'); END;
CREATE TRIGGER export_log_keeps_values
BEFORE UPDATE OF id, at, user_id, kind, format, ticked, filter, told, columns, n_rows, file_name, size, sha256, complete
ON export_log WHEN OLD.complete = 1 OR OLD.removed_at IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'the log of exports is append-only'); END;
CREATE TRIGGER export_log_removes_once BEFORE UPDATE OF removed_at, removed_by_id ON export_log
WHEN OLD.removed_at IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'the log of exports is append-only'); END;
CREATE TRIGGER export_file_keeps_values BEFORE UPDATE ON export_file
BEGIN SELECT RAISE (ABORT, 'kept files are not changed'); END;
CREATE TRIGGER export_file_ends BEFORE INSERT ON export_file
WHEN (SELECT complete FROM export_log WHERE id = NEW.export_id) = 1
BEGIN SELECT RAISE (ABORT, 'kept files are not changed'); END;
