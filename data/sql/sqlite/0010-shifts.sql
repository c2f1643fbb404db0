-- Working time that is painted: kinds of shifts to paint with, and breaks of every week.

CREATE TABLE shift_template (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  name     TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 200),
  from_min INTEGER NOT NULL CHECK (from_min BETWEEN 0 AND 1439),
  to_min   INTEGER NOT NULL CHECK (to_min BETWEEN 1 AND 1560),
  color    INTEGER NOT NULL CHECK (color BETWEEN 0 AND 16777215),
  position INTEGER NOT NULL DEFAULT 0,
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  CHECK (from_min < to_min)
) STRICT;

CREATE TABLE weekly_break (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  employee_id INTEGER NOT NULL REFERENCES employee ON DELETE RESTRICT,
  weekday     INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 7), -- 0 = every day
  from_min    INTEGER NOT NULL CHECK (from_min BETWEEN 0 AND 1560),
  to_min      INTEGER NOT NULL CHECK (to_min BETWEEN 1 AND 1560),
  note        TEXT,
  CHECK (from_min < to_min)
) STRICT;
CREATE INDEX weekly_break_employee ON weekly_break (employee_id);

CREATE INDEX work_break_employee ON work_break (employee_id);
