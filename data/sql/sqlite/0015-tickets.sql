-- Season tickets, gift certificates and lots of bonus: what each is.  What is left of it stands in the ledger.

CREATE TABLE ticket_kind (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  name        TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 200),
  unit        INTEGER NOT NULL DEFAULT 1 CHECK (unit BETWEEN 1 AND 3),      -- visits, minutes, money
  split       INTEGER NOT NULL DEFAULT 1 CHECK (split BETWEEN 1 AND 2),     -- a pool for all services, or so many of each
  units       INTEGER NOT NULL DEFAULT 0 CHECK (units BETWEEN 0 AND 1000000000000), -- thousandths; of the pool
  price       INTEGER NOT NULL DEFAULT 0 CHECK (price BETWEEN 0 AND 100000000000),
  vat_rate_id INTEGER REFERENCES vat_rate ON DELETE RESTRICT,               -- NULL: the salon's
  valid_days  INTEGER NOT NULL DEFAULT 0 CHECK (valid_days BETWEEN 0 AND 3660), -- from the start; 0 = without end
  starts      INTEGER NOT NULL DEFAULT 1 CHECK (starts BETWEEN 1 AND 3),    -- at the sale, first visit, after start_days
  start_days  INTEGER NOT NULL DEFAULT 0 CHECK (start_days BETWEEN 0 AND 3660), -- of "first visit": at the latest
  freeze_days INTEGER NOT NULL DEFAULT 0 CHECK (freeze_days BETWEEN 0 AND 3660), -- all in all; 0 = never
  bearer      INTEGER NOT NULL DEFAULT 0 CHECK (bearer IN (0, 1)),          -- whoever brings it may use it
  position    INTEGER NOT NULL DEFAULT 0,
  archived    INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1))
) STRICT;

-- The services of a kind; without any a pool serves for all.
CREATE TABLE ticket_kind_service (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  ticket_kind_id INTEGER NOT NULL REFERENCES ticket_kind ON DELETE RESTRICT,
  service_id     INTEGER NOT NULL REFERENCES service ON DELETE RESTRICT,
  units          INTEGER NOT NULL DEFAULT 0 CHECK (units BETWEEN 0 AND 1000000000000), -- thousandths; 0 in a pool
  UNIQUE (ticket_kind_id, service_id)
) STRICT;
CREATE INDEX ticket_kind_service_service ON ticket_kind_service (service_id);

-- A ticket that was sold, with its kind as it was then.  Only its card may change, when cards are merged.
CREATE TABLE ticket (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  number         TEXT NOT NULL UNIQUE CHECK (length (number) BETWEEN 1 AND 40),
  ticket_kind_id INTEGER NOT NULL REFERENCES ticket_kind ON DELETE RESTRICT,
  client_id      INTEGER REFERENCES client ON DELETE RESTRICT,
  name           TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 200),
  unit           INTEGER NOT NULL CHECK (unit BETWEEN 1 AND 3),
  split          INTEGER NOT NULL CHECK (split BETWEEN 1 AND 2),
  bearer         INTEGER NOT NULL CHECK (bearer IN (0, 1)),
  units          INTEGER NOT NULL CHECK (units BETWEEN 1 AND 1000000000000),
  paid           INTEGER NOT NULL CHECK (paid BETWEEN 0 AND 100000000000),
  sold_day       INTEGER NOT NULL,
  valid_days     INTEGER NOT NULL CHECK (valid_days BETWEEN 0 AND 3660),
  starts         INTEGER NOT NULL CHECK (starts BETWEEN 1 AND 3),
  start_days     INTEGER NOT NULL CHECK (start_days BETWEEN 0 AND 3660),
  freeze_days    INTEGER NOT NULL CHECK (freeze_days BETWEEN 0 AND 3660),
  CHECK (bearer = 1 OR client_id IS NOT NULL)
) STRICT;
CREATE INDEX ticket_client ON ticket (client_id) WHERE client_id IS NOT NULL;
CREATE INDEX ticket_kind_of ON ticket (ticket_kind_id);

CREATE TABLE ticket_service (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  ticket_id  INTEGER NOT NULL REFERENCES ticket ON DELETE RESTRICT,
  service_id INTEGER NOT NULL REFERENCES service ON DELETE RESTRICT,
  units      INTEGER NOT NULL CHECK (units BETWEEN 0 AND 1000000000000),
  UNIQUE (ticket_id, service_id)
) STRICT;
CREATE INDEX ticket_service_service ON ticket_service (service_id);

CREATE TRIGGER ticket_keeps_rows BEFORE DELETE ON ticket
BEGIN SELECT RAISE (ABORT, 'ticket is append-only'); END;
CREATE TRIGGER ticket_keeps_values BEFORE UPDATE ON ticket
WHEN NEW.id <> OLD.id OR NEW.number <> OLD.number OR NEW.ticket_kind_id <> OLD.ticket_kind_id OR NEW.name <> OLD.name
  OR NEW.unit <> OLD.unit OR NEW.split <> OLD.split OR NEW.bearer <> OLD.bearer OR NEW.units <> OLD.units
  OR NEW.paid <> OLD.paid OR NEW.sold_day <> OLD.sold_day OR NEW.valid_days <> OLD.valid_days OR NEW.starts <> OLD.starts
  OR NEW.start_days <> OLD.start_days OR NEW.freeze_days <> OLD.freeze_days
BEGIN SELECT RAISE (ABORT, 'ticket is append-only'); END;
CREATE TRIGGER ticket_service_keeps_rows BEFORE DELETE ON ticket_service
BEGIN SELECT RAISE (ABORT, 'ticket_service is append-only'); END;
CREATE TRIGGER ticket_service_keeps_values BEFORE UPDATE ON ticket_service
BEGIN SELECT RAISE (ABORT, 'ticket_service is append-only'); END;

-- Days on which a ticket rests: its end moves by as many.
CREATE TABLE ticket_freeze (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  ticket_id INTEGER NOT NULL REFERENCES ticket ON DELETE RESTRICT,
  first_day INTEGER NOT NULL,
  last_day  INTEGER NOT NULL,
  note      TEXT,
  CHECK (last_day >= first_day)
) STRICT;
CREATE INDEX ticket_freeze_ticket ON ticket_freeze (ticket_id);

-- Days that the salon gave to it, and why.
CREATE TABLE ticket_extension (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  ticket_id INTEGER NOT NULL REFERENCES ticket ON DELETE RESTRICT,
  days      INTEGER NOT NULL CHECK (days BETWEEN 1 AND 3660),
  reason    TEXT NOT NULL CHECK (length (reason) BETWEEN 1 AND 400)
) STRICT;
CREATE INDEX ticket_extension_ticket ON ticket_extension (ticket_id);

CREATE TABLE certificate (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  number         TEXT NOT NULL UNIQUE CHECK (length (number) BETWEEN 1 AND 40),
  barcode        TEXT NOT NULL UNIQUE CHECK (length (barcode) = 13),
  client_id      INTEGER REFERENCES client ON DELETE RESTRICT, -- who bought it; whoever brings it may use it
  value          INTEGER NOT NULL CHECK (value BETWEEN 1 AND 100000000000),
  sold_day       INTEGER NOT NULL,
  expires_day    INTEGER,            -- the last day; NULL = without end
  blocked_reason TEXT CHECK (length (blocked_reason) BETWEEN 1 AND 400) -- NULL = not blocked
) STRICT;
CREATE INDEX certificate_client ON certificate (client_id) WHERE client_id IS NOT NULL;
CREATE TRIGGER certificate_keeps_rows BEFORE DELETE ON certificate
BEGIN SELECT RAISE (ABORT, 'certificate is append-only'); END;
CREATE TRIGGER certificate_keeps_values BEFORE UPDATE ON certificate
WHEN NEW.id <> OLD.id OR NEW.number <> OLD.number OR NEW.barcode <> OLD.barcode OR NEW.value <> OLD.value
  OR NEW.sold_day <> OLD.sold_day OR NEW.expires_day IS NOT OLD.expires_day
BEGIN SELECT RAISE (ABORT, 'certificate is append-only'); END;

-- What was earned, and until when it can be used; less than 0 takes back what was earned by something refunded.
-- What was used stands in the ledger: it uses up the lots in the order of their ends.
CREATE TABLE bonus_lot (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  client_id   INTEGER NOT NULL REFERENCES client ON DELETE RESTRICT,
  amount      INTEGER NOT NULL CHECK (amount <> 0),
  day         INTEGER NOT NULL,
  expires_day INTEGER, -- the last day; NULL = without end
  of_lot_id   INTEGER REFERENCES bonus_lot ON DELETE RESTRICT,
  sale_id     INTEGER REFERENCES sale ON DELETE RESTRICT,
  CHECK ((amount < 0) = (of_lot_id IS NOT NULL))
) STRICT;
CREATE INDEX bonus_lot_client ON bonus_lot (client_id);
CREATE INDEX bonus_lot_of ON bonus_lot (of_lot_id) WHERE of_lot_id IS NOT NULL;
CREATE INDEX bonus_lot_sale ON bonus_lot (sale_id) WHERE sale_id IS NOT NULL;
CREATE TRIGGER bonus_lot_keeps_rows BEFORE DELETE ON bonus_lot
BEGIN SELECT RAISE (ABORT, 'bonus_lot is append-only'); END;
CREATE TRIGGER bonus_lot_keeps_values BEFORE UPDATE ON bonus_lot
WHEN NEW.id <> OLD.id OR NEW.amount <> OLD.amount OR NEW.day <> OLD.day OR NEW.expires_day IS NOT OLD.expires_day
  OR NEW.of_lot_id IS NOT OLD.of_lot_id OR NEW.sale_id IS NOT OLD.sale_id
BEGIN SELECT RAISE (ABORT, 'bonus_lot is append-only'); END;
