-- Own reports, lists of people who were picked from a report, and what reports of sales read.

-- A report as somebody wants it, in the grammar of the program.
CREATE TABLE own_report (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  name          TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 200),
  spec          TEXT NOT NULL CHECK (length (spec) BETWEEN 1 AND 24000),
  created_at    INTEGER NOT NULL,
  created_by_id INTEGER REFERENCES app_user ON DELETE RESTRICT, -- NULL = the program by itself
  position      INTEGER NOT NULL DEFAULT 0,
  archived      INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1))
) STRICT;
CREATE INDEX own_report_user ON own_report (created_by_id) WHERE created_by_id IS NOT NULL;

-- Who stood behind a row of a report at one moment.  A segment asks for it: "list = 7".
CREATE TABLE people_list (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  name          TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 200),
  made_from     TEXT CHECK (length (made_from) BETWEEN 1 AND 1000), -- the report and its period, in words
  created_at    INTEGER NOT NULL,
  created_by_id INTEGER REFERENCES app_user ON DELETE RESTRICT,
  archived      INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1))
) STRICT;
CREATE INDEX people_list_user ON people_list (created_by_id) WHERE created_by_id IS NOT NULL;

CREATE TABLE people_list_member (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  people_list_id INTEGER NOT NULL REFERENCES people_list ON DELETE RESTRICT,
  client_id      INTEGER NOT NULL REFERENCES client ON DELETE RESTRICT,
  UNIQUE (people_list_id, client_id)
) STRICT;
CREATE INDEX people_list_member_client ON people_list_member (client_id);

-- What was sold, by day: reports read it without a look at the journal itself, those by master as groups.
CREATE INDEX posting_report ON posting (day, employee_id, account, subject_id, client_id, visit_line_id, sale_line_id, sold, discount)
 WHERE sold <> 0;
