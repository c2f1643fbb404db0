-- The salon itself: people, rooms, services, visits; the journal that serves undo and audit.
-- Days are days since 1970-01-01, *_min are minutes, *_at UTC microseconds, money is minor units.
-- Enumerations are those of model/entities/enums.h; their numbers are never reused.
-- Nor are ids (AUTOINCREMENT): the journal goes on naming what an undo removed, and a redo brings it back.

CREATE TABLE setting (
  key   TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

------------------------------------------------------------------ users, operations, journal

CREATE TABLE app_user (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  name        TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 200),
  role        INTEGER NOT NULL CHECK (role BETWEEN 1 AND 3),
  employee_id INTEGER REFERENCES employee ON DELETE RESTRICT,
  archived    INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1))
) STRICT;

-- One row for each thing that a user did; the uuid is made once for each form that is saved, so
-- that a double click or a retry is the same operation.
CREATE TABLE operation (
  id        INTEGER PRIMARY KEY,
  uuid      TEXT NOT NULL UNIQUE CHECK (length (uuid) BETWEEN 8 AND 64),
  name      TEXT NOT NULL,
  user_id   INTEGER NOT NULL,
  at        INTEGER NOT NULL,
  entity_id INTEGER NOT NULL DEFAULT 0, -- what the use case answered
  undoes    INTEGER REFERENCES operation ON DELETE RESTRICT
) STRICT;
CREATE UNIQUE INDEX operation_undoes ON operation (undoes) WHERE undoes IS NOT NULL;

-- The head is immutable and chained; the payload may be emptied when a person is erased.
CREATE TABLE journal (
  id           INTEGER PRIMARY KEY,
  operation_id INTEGER NOT NULL REFERENCES operation ON DELETE RESTRICT,
  entity       TEXT NOT NULL,
  entity_id    INTEGER NOT NULL,
  digest       BLOB NOT NULL, -- salted digest of the payload
  chain        BLOB NOT NULL  -- digest of the row before and of this head
) STRICT;
CREATE INDEX journal_operation ON journal (operation_id);
CREATE INDEX journal_entity ON journal (entity, entity_id);

CREATE TABLE journal_payload (
  journal_id INTEGER PRIMARY KEY REFERENCES journal ON DELETE RESTRICT,
  salt       BLOB NOT NULL,
  before     TEXT, -- JSON; NULL when the row was made
  after      TEXT  -- JSON; NULL when the row was removed
) STRICT;

-- Which rows concern whom: a phone, a tag or a visit belong to a client, a line to a visit.  The log of
-- a client and the erasing of a person find their rows here.
CREATE TABLE journal_owner (
  entity     TEXT NOT NULL,
  entity_id  INTEGER NOT NULL,
  journal_id INTEGER NOT NULL REFERENCES journal ON DELETE RESTRICT,
  PRIMARY KEY (entity, entity_id, journal_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER journal_keeps_rows BEFORE DELETE ON journal
BEGIN SELECT RAISE (ABORT, 'journal is append-only'); END;
CREATE TRIGGER journal_keeps_values BEFORE UPDATE ON journal
BEGIN SELECT RAISE (ABORT, 'journal is append-only'); END;
CREATE TRIGGER operation_keeps_rows BEFORE DELETE ON operation
BEGIN SELECT RAISE (ABORT, 'operation is append-only'); END;
CREATE TRIGGER operation_keeps_values BEFORE UPDATE OF id, uuid, name, user_id, at, undoes ON operation
BEGIN SELECT RAISE (ABORT, 'operation is append-only'); END;

------------------------------------------------------------------ clients

CREATE TABLE photo (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  thumb      BLOB NOT NULL,
  view       BLOB NOT NULL,
  width      INTEGER NOT NULL CHECK (width > 0),
  height     INTEGER NOT NULL CHECK (height > 0),
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE source (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  name     TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 200),
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1))
) STRICT;

CREATE TABLE tag (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  name     TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 200),
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1))
) STRICT;

CREATE TABLE category (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  name     TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 200),
  color    INTEGER NOT NULL CHECK (color BETWEEN 0 AND 16777215),
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1))
) STRICT;

CREATE TABLE client (
  id                INTEGER PRIMARY KEY AUTOINCREMENT,
  first_name        TEXT CHECK (length (first_name) <= 200),
  surname           TEXT CHECK (length (surname) <= 200),
  patronymic        TEXT CHECK (length (patronymic) <= 200),
  gender            INTEGER CHECK (gender BETWEEN 1 AND 3),
  birth_year        INTEGER CHECK (birth_year BETWEEN 1880 AND 2200),
  birth_month       INTEGER CHECK (birth_month BETWEEN 1 AND 12),
  birth_mday        INTEGER CHECK (birth_mday BETWEEN 1 AND 31),
  address           TEXT,
  email             TEXT,
  whatsapp          TEXT,
  telegram          TEXT,
  instagram         TEXT,
  source_id         INTEGER REFERENCES source ON DELETE RESTRICT,
  referred_by_id    INTEGER REFERENCES client ON DELETE RESTRICT,
  note              TEXT,
  alert             TEXT,
  wishes            TEXT,
  language          TEXT,
  channels          INTEGER NOT NULL DEFAULT 0,
  preferred_channel INTEGER,
  discount_bp       INTEGER NOT NULL DEFAULT 0 CHECK (discount_bp BETWEEN 0 AND 10000),
  photo_id          INTEGER REFERENCES photo ON DELETE RESTRICT,
  created_at        INTEGER NOT NULL,
  created_by_id     INTEGER,
  archived_at       INTEGER,
  CHECK ((birth_month IS NULL) = (birth_mday IS NULL))
) STRICT;
CREATE INDEX client_source ON client (source_id) WHERE source_id IS NOT NULL;
CREATE INDEX client_referred_by ON client (referred_by_id) WHERE referred_by_id IS NOT NULL;
CREATE INDEX client_photo ON client (photo_id) WHERE photo_id IS NOT NULL;
CREATE INDEX client_birthday ON client (birth_month, birth_mday) WHERE birth_month IS NOT NULL;
CREATE INDEX client_created ON client (created_at) WHERE archived_at IS NULL;
CREATE INDEX client_email ON client (email) WHERE email IS NOT NULL;

CREATE TABLE client_phone (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  client_id INTEGER NOT NULL REFERENCES client ON DELETE RESTRICT,
  e164      TEXT CHECK (e164 GLOB '+[0-9]*'),
  typed     TEXT NOT NULL CHECK (length (typed) BETWEEN 1 AND 100),
  label     TEXT,
  position  INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX client_phone_client ON client_phone (client_id);
CREATE INDEX client_phone_number ON client_phone (e164) WHERE e164 IS NOT NULL;

CREATE TABLE client_tag (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  client_id INTEGER NOT NULL REFERENCES client ON DELETE RESTRICT,
  tag_id    INTEGER NOT NULL REFERENCES tag ON DELETE RESTRICT,
  UNIQUE (client_id, tag_id)
) STRICT;
CREATE INDEX client_tag_tag ON client_tag (tag_id);

CREATE TABLE client_category (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  client_id   INTEGER NOT NULL REFERENCES client ON DELETE RESTRICT,
  category_id INTEGER NOT NULL REFERENCES category ON DELETE RESTRICT,
  UNIQUE (client_id, category_id)
) STRICT;
CREATE INDEX client_category_category ON client_category (category_id);

CREATE TABLE custom_field (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  name     TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 200),
  kind     INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 5),
  options  TEXT,
  position INTEGER NOT NULL DEFAULT 0,
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1))
) STRICT;

CREATE TABLE custom_value (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  client_id INTEGER NOT NULL REFERENCES client ON DELETE RESTRICT,
  field_id  INTEGER NOT NULL REFERENCES custom_field ON DELETE RESTRICT,
  value     TEXT,
  UNIQUE (client_id, field_id)
) STRICT;
CREATE INDEX custom_value_field ON custom_value (field_id, value);

------------------------------------------------------------------ rooms, services, employees

CREATE TABLE room_kind (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  name     TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 200),
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1))
) STRICT;

CREATE TABLE room (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  name         TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 200),
  room_kind_id INTEGER REFERENCES room_kind ON DELETE RESTRICT,
  capacity     INTEGER NOT NULL CHECK (capacity BETWEEN 1 AND 50),
  cleanup_min  INTEGER NOT NULL DEFAULT 0 CHECK (cleanup_min BETWEEN 0 AND 240),
  position     INTEGER NOT NULL DEFAULT 0,
  archived     INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1))
) STRICT;

CREATE TABLE zone (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  name     TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 200),
  position INTEGER NOT NULL DEFAULT 0,
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1))
) STRICT;

CREATE TABLE service_category (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  name     TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 200),
  color    INTEGER NOT NULL DEFAULT 0 CHECK (color BETWEEN 0 AND 16777215),
  position INTEGER NOT NULL DEFAULT 0,
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1))
) STRICT;

CREATE TABLE service (
  id                  INTEGER PRIMARY KEY AUTOINCREMENT,
  name                TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 200),
  service_category_id INTEGER REFERENCES service_category ON DELETE RESTRICT,
  zone_id             INTEGER REFERENCES zone ON DELETE RESTRICT,
  room_kind_id        INTEGER REFERENCES room_kind ON DELETE RESTRICT,
  work1_min           INTEGER NOT NULL CHECK (work1_min BETWEEN 5 AND 720),
  gap_min             INTEGER NOT NULL DEFAULT 0 CHECK (gap_min BETWEEN 0 AND 480),
  work2_min           INTEGER NOT NULL DEFAULT 0 CHECK (work2_min BETWEEN 0 AND 480),
  buffer_before_min   INTEGER NOT NULL DEFAULT 0 CHECK (buffer_before_min BETWEEN 0 AND 120),
  buffer_after_min    INTEGER NOT NULL DEFAULT 0 CHECK (buffer_after_min BETWEEN 0 AND 120),
  periodicity_days    INTEGER NOT NULL DEFAULT 0 CHECK (periodicity_days BETWEEN 0 AND 3660),
  price               INTEGER NOT NULL DEFAULT 0 CHECK (price BETWEEN 0 AND 100000000000),
  position            INTEGER NOT NULL DEFAULT 0,
  archived            INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1))
) STRICT;

CREATE TABLE employee (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  first_name TEXT NOT NULL CHECK (length (first_name) BETWEEN 1 AND 200),
  surname    TEXT,
  title      TEXT,
  phone      TEXT,
  email      TEXT,
  color      INTEGER NOT NULL DEFAULT 0 CHECK (color BETWEEN 0 AND 16777215),
  photo_id   INTEGER REFERENCES photo ON DELETE RESTRICT,
  bookable   INTEGER NOT NULL DEFAULT 1 CHECK (bookable IN (0, 1)),
  note       TEXT,
  position   INTEGER NOT NULL DEFAULT 0,
  archived   INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1))
) STRICT;

CREATE TABLE employee_service (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  employee_id INTEGER NOT NULL REFERENCES employee ON DELETE RESTRICT,
  service_id  INTEGER NOT NULL REFERENCES service ON DELETE RESTRICT,
  UNIQUE (employee_id, service_id)
) STRICT;
CREATE INDEX employee_service_service ON employee_service (service_id);

CREATE TABLE work_hours (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  employee_id INTEGER REFERENCES employee ON DELETE RESTRICT, -- NULL: the salon
  weekday     INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  from_min    INTEGER NOT NULL CHECK (from_min BETWEEN 0 AND 1439),
  to_min      INTEGER NOT NULL CHECK (to_min BETWEEN 1 AND 1560),
  CHECK (from_min < to_min)
) STRICT;
CREATE INDEX work_hours_employee ON work_hours (employee_id);

CREATE TABLE shift (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  employee_id INTEGER NOT NULL REFERENCES employee ON DELETE RESTRICT,
  day         INTEGER NOT NULL,
  from_min    INTEGER NOT NULL CHECK (from_min BETWEEN 0 AND 1439),
  to_min      INTEGER NOT NULL CHECK (to_min BETWEEN 0 AND 1560),
  CHECK (from_min <= to_min)
) STRICT;
CREATE INDEX shift_day ON shift (day, employee_id);

CREATE TABLE work_break (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  employee_id INTEGER NOT NULL REFERENCES employee ON DELETE RESTRICT,
  day         INTEGER NOT NULL,
  from_min    INTEGER NOT NULL CHECK (from_min BETWEEN 0 AND 1560),
  to_min      INTEGER NOT NULL CHECK (to_min BETWEEN 1 AND 1560),
  note        TEXT,
  CHECK (from_min < to_min)
) STRICT;
CREATE INDEX work_break_day ON work_break (day, employee_id);

CREATE TABLE absence (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  employee_id INTEGER NOT NULL REFERENCES employee ON DELETE RESTRICT,
  kind        INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 4),
  first_day   INTEGER NOT NULL,
  last_day    INTEGER NOT NULL,
  note        TEXT,
  CHECK (first_day <= last_day)
) STRICT;
CREATE INDEX absence_employee ON absence (employee_id);
CREATE INDEX absence_last_day ON absence (last_day);

CREATE TABLE holiday (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  name      TEXT NOT NULL,
  first_day INTEGER NOT NULL,
  last_day  INTEGER NOT NULL,
  CHECK (first_day <= last_day)
) STRICT;

------------------------------------------------------------------ visits

CREATE TABLE visit (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  client_id       INTEGER NOT NULL REFERENCES client ON DELETE RESTRICT,
  state           INTEGER NOT NULL CHECK (state BETWEEN 1 AND 7),
  source          INTEGER NOT NULL CHECK (source BETWEEN 1 AND 4),
  day             INTEGER NOT NULL CHECK (day BETWEEN 0 AND 100000),
  start_min       INTEGER NOT NULL,
  end_min         INTEGER NOT NULL,
  note            TEXT,
  cancel_reason   TEXT,
  override_reason TEXT,
  created_at      INTEGER NOT NULL,
  created_by_id   INTEGER,
  CHECK (start_min >= day * 1440 AND start_min < (day + 1) * 1440),
  CHECK (end_min > start_min AND end_min <= start_min + 1440)
) STRICT;
CREATE INDEX visit_client ON visit (client_id, day, state);
CREATE INDEX visit_day ON visit (day, start_min);

CREATE TABLE visit_line (
  id                INTEGER PRIMARY KEY AUTOINCREMENT,
  visit_id          INTEGER NOT NULL REFERENCES visit ON DELETE RESTRICT,
  position          INTEGER NOT NULL DEFAULT 0,
  service_id        INTEGER NOT NULL REFERENCES service ON DELETE RESTRICT,
  employee_id       INTEGER NOT NULL REFERENCES employee ON DELETE RESTRICT,
  room_id           INTEGER REFERENCES room ON DELETE RESTRICT,
  start_min         INTEGER NOT NULL,
  work1_min         INTEGER NOT NULL CHECK (work1_min BETWEEN 5 AND 720),
  gap_min           INTEGER NOT NULL DEFAULT 0 CHECK (gap_min BETWEEN 0 AND 480),
  work2_min         INTEGER NOT NULL DEFAULT 0 CHECK (work2_min BETWEEN 0 AND 480),
  buffer_before_min INTEGER NOT NULL DEFAULT 0 CHECK (buffer_before_min BETWEEN 0 AND 120),
  buffer_after_min  INTEGER NOT NULL DEFAULT 0 CHECK (buffer_after_min BETWEEN 0 AND 120),
  price             INTEGER NOT NULL DEFAULT 0 CHECK (price BETWEEN 0 AND 100000000000),
  any_master        INTEGER NOT NULL DEFAULT 0 CHECK (any_master IN (0, 1))
) STRICT;
CREATE INDEX visit_line_visit ON visit_line (visit_id);
CREATE INDEX visit_line_employee ON visit_line (employee_id, start_min);

-- Who and what is taken when: made from the lines of visits that are neither cancelled nor missed.
-- kind 1 = employee, 2 = room.  before and after are buffers: between neighbours the larger counts.
CREATE TABLE occupancy (
  kind        INTEGER NOT NULL CHECK (kind IN (1, 2)),
  resource_id INTEGER NOT NULL,
  from_min    INTEGER NOT NULL,
  visit_id    INTEGER NOT NULL REFERENCES visit DEFERRABLE INITIALLY DEFERRED,
  line_id     INTEGER NOT NULL REFERENCES visit_line DEFERRABLE INITIALLY DEFERRED,
  to_min      INTEGER NOT NULL,
  before_min  INTEGER NOT NULL CHECK (before_min BETWEEN 0 AND 360),
  after_min   INTEGER NOT NULL CHECK (after_min BETWEEN 0 AND 360),
  override    INTEGER NOT NULL CHECK (override IN (0, 1)),
  PRIMARY KEY (kind, resource_id, from_min, line_id),
  CHECK (from_min < to_min AND to_min <= from_min + 1440)
) STRICT, WITHOUT ROWID;
CREATE INDEX occupancy_visit ON occupancy (visit_id);
CREATE INDEX occupancy_line ON occupancy (line_id);

CREATE TRIGGER occupancy_is_replaced BEFORE UPDATE ON occupancy
BEGIN SELECT RAISE (ABORT, 'occupancy is replaced, not changed'); END;

-- A clash is refused here too, whoever inserts: the pairwise rule for employees and for rooms with
-- one place.  An interval is at most 1440 minutes long and keeps at most 360 before and after, so
-- that far the search goes.  The lines of one visit may share a room, but not an employee.
CREATE TRIGGER occupancy_refuses_overlap BEFORE INSERT ON occupancy
WHEN NEW.override = 0
 AND (NEW.kind = 1 OR (SELECT capacity FROM room WHERE id = NEW.resource_id) = 1)
 AND EXISTS (SELECT 1 FROM occupancy o
              WHERE o.kind = NEW.kind AND o.resource_id = NEW.resource_id
                AND o.from_min > NEW.from_min - 2160 AND o.from_min < NEW.to_min + 720
                AND CASE NEW.kind WHEN 1 THEN o.line_id <> NEW.line_id ELSE o.visit_id <> NEW.visit_id END
                AND CASE WHEN (SELECT value FROM setting WHERE key = 'booking.buffers') = 'sum'
                    THEN NEW.from_min < o.to_min + o.after_min + NEW.before_min
                     AND o.from_min < NEW.to_min + NEW.after_min + o.before_min
                    ELSE NEW.from_min < o.to_min + max (o.after_min, NEW.before_min)
                     AND o.from_min < NEW.to_min + max (NEW.after_min, o.before_min) END)
BEGIN SELECT RAISE (ABORT, 'overlap'); END;

-- Rooms with several places: own buffers count, and at the start of each visit that meets the new
-- one there must be a place left.  A visit takes one place, however many lines it has.
CREATE TRIGGER occupancy_refuses_overfull BEFORE INSERT ON occupancy
WHEN NEW.override = 0 AND NEW.kind = 2
 AND (SELECT capacity FROM room WHERE id = NEW.resource_id) > 1
 AND EXISTS (
   SELECT 1
     FROM (SELECT NEW.from_min - NEW.before_min AS at
            UNION ALL
           SELECT o.from_min - o.before_min FROM occupancy o
            WHERE o.kind = 2 AND o.resource_id = NEW.resource_id
              AND o.from_min > NEW.from_min - 2160 AND o.from_min < NEW.to_min + 720
              AND o.from_min - o.before_min > NEW.from_min - NEW.before_min
              AND o.from_min - o.before_min < NEW.to_min + NEW.after_min) p
    WHERE (SELECT count (DISTINCT o.visit_id) FROM occupancy o
            WHERE o.kind = 2 AND o.resource_id = NEW.resource_id AND o.visit_id <> NEW.visit_id
              AND o.from_min > NEW.from_min - 2160 AND o.from_min < NEW.to_min + 720
              AND o.from_min - o.before_min <= p.at AND p.at < o.to_min + o.after_min)
          >= (SELECT capacity FROM room WHERE id = NEW.resource_id))
BEGIN SELECT RAISE (ABORT, 'overlap'); END;

------------------------------------------------------------------ derived values, one row a client

-- Kept at the end of the transaction that changes a visit, through the pure rules; the rolling figures carry
-- their day and are renewed when the day changes.
CREATE TABLE client_stat (
  client_id       INTEGER PRIMARY KEY REFERENCES client DEFERRABLE INITIALLY DEFERRED,
  visit_days      INTEGER NOT NULL DEFAULT 0, -- days with at least one counted visit
  first_day       INTEGER,
  last_day        INTEGER,
  lost_on         INTEGER, -- first day on which she counts as lost, unless she comes again
  permanent_until INTEGER, -- last day on which she counts as permanent, unless she comes again
  sold            INTEGER NOT NULL DEFAULT 0, -- minor units, all time
  no_shows        INTEGER NOT NULL DEFAULT 0,
  next_min        INTEGER, -- absolute wall minute of the next booking when derived
  rolling_day     INTEGER,
  sold_12m        INTEGER NOT NULL DEFAULT 0,
  top_place       INTEGER,
  name_key        TEXT NOT NULL DEFAULT '', -- of the name as lists show it, in the order of Unicode
  archived        INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)) -- copied, so that orders are one index each
) STRICT;
CREATE INDEX client_stat_sold ON client_stat (sold_12m DESC);
CREATE INDEX client_stat_by_visits ON client_stat (visit_days, client_id) WHERE archived = 0;
CREATE INDEX client_stat_by_name ON client_stat (name_key, client_id) WHERE archived = 0;
CREATE INDEX client_stat_by_sold ON client_stat (sold, client_id) WHERE archived = 0;
CREATE INDEX client_stat_by_last_visit ON client_stat (last_day, client_id) WHERE archived = 0;
CREATE INDEX client_stat_lost ON client_stat (lost_on) WHERE lost_on IS NOT NULL;

------------------------------------------------------------------ search

-- One folded text a client; its rowid is (2^21 - last visit day) * 2^32 + client id, so that matches
-- come in the order "most recent visit first" without sorting.
CREATE TABLE client_search (
  id        INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL UNIQUE REFERENCES client DEFERRABLE INITIALLY DEFERRED,
  names     TEXT NOT NULL,
  phones    TEXT NOT NULL,
  others    TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE client_fts USING fts5 (
  names, phones, others,
  content = 'client_search', content_rowid = 'id', tokenize = 'trigram'
);
