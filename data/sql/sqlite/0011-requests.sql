-- Visits that repeat, clients who wait for a time, and requests that came from outside.

CREATE TABLE visit_series (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  client_id     INTEGER NOT NULL REFERENCES client ON DELETE RESTRICT,
  unit          INTEGER NOT NULL CHECK (unit IN (1, 2)), -- SalonSeriesUnit
  every         INTEGER NOT NULL CHECK (every BETWEEN 1 AND 52),
  flexible_days INTEGER NOT NULL DEFAULT 0 CHECK (flexible_days BETWEEN 0 AND 15),
  times         INTEGER NOT NULL CHECK (times BETWEEN 2 AND 100), -- the first visit included: no series without an end
  first_day     INTEGER NOT NULL CHECK (first_day BETWEEN 0 AND 100000),
  created_at    INTEGER NOT NULL,
  created_by_id INTEGER
) STRICT;
CREATE INDEX visit_series_client ON visit_series (client_id);

ALTER TABLE visit ADD COLUMN series_id INTEGER REFERENCES visit_series ON DELETE RESTRICT;
ALTER TABLE visit ADD COLUMN late_min INTEGER NOT NULL DEFAULT 0 CHECK (late_min BETWEEN 0 AND 480); -- as the client said
CREATE INDEX visit_series_visits ON visit (series_id, start_min) WHERE series_id IS NOT NULL;

CREATE TABLE waiting (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  client_id     INTEGER NOT NULL REFERENCES client ON DELETE RESTRICT,
  employee_id   INTEGER REFERENCES employee ON DELETE RESTRICT, -- NULL = any
  from_day      INTEGER NOT NULL CHECK (from_day BETWEEN 0 AND 100000),
  to_day        INTEGER NOT NULL CHECK (to_day >= from_day AND to_day <= from_day + 366),
  from_min      INTEGER NOT NULL DEFAULT 0 CHECK (from_min BETWEEN 0 AND 1435), -- minute of the day; the visit lies between
  to_min        INTEGER NOT NULL DEFAULT 1560 CHECK (to_min > from_min AND to_min <= 1560),
  weekdays      INTEGER NOT NULL DEFAULT 127 CHECK (weekdays BETWEEN 1 AND 127), -- bit 0 = Monday
  note          TEXT CHECK (length (note) <= 4000),
  state         INTEGER NOT NULL DEFAULT 1 CHECK (state BETWEEN 1 AND 3), -- SalonWaitingState
  visit_id      INTEGER REFERENCES visit ON DELETE RESTRICT,
  created_at    INTEGER NOT NULL,
  created_by_id INTEGER,
  CHECK ((state = 2) = (visit_id IS NOT NULL))
) STRICT;
CREATE INDEX waiting_client ON waiting (client_id);
CREATE INDEX waiting_state ON waiting (state, to_day);
CREATE INDEX waiting_employee ON waiting (employee_id) WHERE employee_id IS NOT NULL;
CREATE INDEX waiting_visit ON waiting (visit_id) WHERE visit_id IS NOT NULL;

CREATE TABLE waiting_service (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  waiting_id INTEGER NOT NULL REFERENCES waiting ON DELETE RESTRICT,
  position   INTEGER NOT NULL DEFAULT 0,
  service_id INTEGER NOT NULL REFERENCES service ON DELETE RESTRICT
) STRICT;
CREATE INDEX waiting_service_waiting ON waiting_service (waiting_id);
CREATE INDEX waiting_service_service ON waiting_service (service_id);

-- The same request comes but once: its source and the id that the source gave it.
CREATE TABLE booking_request (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  source        TEXT NOT NULL CHECK (length (source) BETWEEN 1 AND 100),
  external_id   TEXT NOT NULL CHECK (length (external_id) BETWEEN 1 AND 500),
  name          TEXT CHECK (length (name) <= 300),
  phone         TEXT CHECK (length (phone) <= 100), -- as it came
  email         TEXT CHECK (length (email) <= 300),
  text          TEXT CHECK (length (text) <= 4000),
  service_id    INTEGER REFERENCES service ON DELETE RESTRICT,
  service_words TEXT CHECK (length (service_words) <= 300), -- what was asked for, if it is no service of ours
  employee_id   INTEGER REFERENCES employee ON DELETE RESTRICT, -- NULL = any
  start_min     INTEGER CHECK (start_min BETWEEN 0 AND 144000000), -- the time that is wished; NULL = none
  received_at   INTEGER NOT NULL CHECK (received_at > 0),
  state         INTEGER NOT NULL DEFAULT 1 CHECK (state BETWEEN 1 AND 3), -- SalonInquiryState
  reason        TEXT CHECK (length (reason) <= 500),
  client_id     INTEGER REFERENCES client ON DELETE RESTRICT, -- once it was accepted
  visit_id      INTEGER REFERENCES visit ON DELETE RESTRICT,
  UNIQUE (source, external_id),
  CHECK ((state = 2) = (visit_id IS NOT NULL)),
  CHECK (name IS NOT NULL OR phone IS NOT NULL OR email IS NOT NULL)
) STRICT;
CREATE INDEX booking_request_state ON booking_request (state, received_at);
CREATE INDEX booking_request_client ON booking_request (client_id) WHERE client_id IS NOT NULL;
CREATE INDEX booking_request_visit ON booking_request (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX booking_request_service ON booking_request (service_id) WHERE service_id IS NOT NULL;
CREATE INDEX booking_request_employee ON booking_request (employee_id) WHERE employee_id IS NOT NULL;
