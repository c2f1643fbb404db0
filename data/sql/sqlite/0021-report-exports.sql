-- The log of exports tells of reports, too: those that name clients, as files or on paper.

-- A table cannot be told to check something else: log and files are made anew and filled with what they had.
CREATE TABLE export_log_next (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  at            INTEGER NOT NULL,
  user_id       INTEGER NOT NULL, -- 0 = the command line
  kind          TEXT NOT NULL CHECK (kind IN ('clients', 'report')),
  format        INTEGER NOT NULL CHECK (format BETWEEN 1 AND 9), -- SalonExportFormat; 7 = on paper, without a file
  ticked        INTEGER NOT NULL CHECK (ticked IN (0, 1)), -- only those that were ticked, of those found
  filter        TEXT, -- in the grammar of the program; NULL = everybody
  told          TEXT, -- the same as a sentence, in the language of whoever exported
  title         TEXT CHECK (length (title) BETWEEN 1 AND 1000), -- of the report with its period, in that language
  spec          TEXT CHECK (length (spec) BETWEEN 1 AND 24000), -- what was asked, in the grammar of reports
  columns       TEXT NOT NULL CHECK (length (columns) BETWEEN 1 AND 20000), -- of clients keys between commas, of a report headings
  n_rows        INTEGER NOT NULL CHECK (n_rows >= 0), -- until it is complete: how many were asked for
  file_name     TEXT NOT NULL CHECK (length (file_name) <= 1000), -- without folders
  size          INTEGER NOT NULL DEFAULT 0 CHECK (size >= 0),
  sha256        TEXT,
  complete      INTEGER NOT NULL DEFAULT 0 CHECK (complete IN (0, 1)),
  removed_at    INTEGER, -- the file is not kept any more
  removed_by_id INTEGER, -- NULL = its time was over
  CHECK (complete = 0 OR sha256 IS NOT NULL OR format = 7),
  CHECK ((kind = 'report') = (spec IS NOT NULL) AND (kind = 'report') = (title IS NOT NULL)),
  CHECK (kind = 'report' OR format <= 3),
  CHECK ((format = 7) = (file_name = ''))
) STRICT;
INSERT INTO export_log_next (id, at, user_id, kind, format, ticked, filter, told, columns, n_rows, file_name, size, sha256, complete,
  removed_at, removed_by_id)
 SELECT id, at, user_id, kind, format, ticked, filter, told, columns, n_rows, file_name, size, sha256, complete, removed_at, removed_by_id
   FROM export_log;

CREATE TABLE export_file_next (
  export_id INTEGER NOT NULL REFERENCES export_log_next ON DELETE RESTRICT,
  part      INTEGER NOT NULL CHECK (part >= 0),
  data      BLOB NOT NULL CHECK (length (data) BETWEEN 1 AND 262144),
  UNIQUE (export_id, part)
) STRICT;
INSERT INTO export_file_next (export_id, part, data) SELECT export_id, part, data FROM export_file;

-- A number is given once, also that of an export that was begun and taken back.
DELETE FROM sqlite_sequence WHERE name = 'export_log_next';
INSERT INTO sqlite_sequence (name, seq) SELECT 'export_log_next', seq FROM sqlite_sequence WHERE name = 'export_log';

DROP TABLE export_file;
DROP TABLE export_log;
ALTER TABLE export_log_next RENAME TO export_log;
ALTER TABLE export_file_next RENAME TO export_file;

CREATE INDEX export_log_kept ON export_log (at) WHERE removed_at IS NULL;

CREATE TRIGGER export_log_keeps_rows BEFORE DELETE ON export_log
WHEN OLD.complete = 1 OR OLD.removed_at IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'the log of exports is append-only'); END;
CREATE TRIGGER export_log_keeps_values
BEFORE UPDATE OF id, at, user_id, kind, format, ticked, filter, told, title, spec, columns, n_rows, file_name, size, sha256, complete
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
