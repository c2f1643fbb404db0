-- Plastic cards: kinds, the cards themselves, designs, what is at a printer, and everything that happened to them.

CREATE TABLE card_design (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  name     TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 200),
  json     TEXT NOT NULL CHECK (length (json) BETWEEN 2 AND 1000000),
  position INTEGER NOT NULL DEFAULT 0,
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1))
) STRICT;

-- Pictures of designs, each kept once: a design names it by the digest of its bytes.
CREATE TABLE card_picture (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  sha256     TEXT NOT NULL UNIQUE CHECK (length (sha256) = 64),
  bytes      BLOB NOT NULL CHECK (length (bytes) BETWEEN 1 AND 16000000),
  width      INTEGER NOT NULL CHECK (width BETWEEN 1 AND 20000),
  height     INTEGER NOT NULL CHECK (height BETWEEN 1 AND 20000),
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE card_kind (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  name           TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 200),
  purpose        INTEGER NOT NULL DEFAULT 1 CHECK (purpose BETWEEN 1 AND 4),        -- club, discount, season ticket, certificate
  code           INTEGER NOT NULL DEFAULT 1 CHECK (code BETWEEN 0 AND 3),           -- none (strip or chip), EAN-13, Code 128, QR
  prefix         TEXT CHECK (length (prefix) BETWEEN 1 AND 12 AND prefix NOT GLOB '*[^0-9]*'),
  length         INTEGER NOT NULL DEFAULT 13 CHECK (length BETWEEN 6 AND 20),       -- of the whole number
  random         INTEGER NOT NULL DEFAULT 1 CHECK (random IN (0, 1)),               -- or one after another
  first_serial   INTEGER NOT NULL DEFAULT 1 CHECK (first_serial BETWEEN 0 AND 999999999999999),
  last_serial    INTEGER NOT NULL DEFAULT 0 CHECK (last_serial BETWEEN 0 AND 999999999999999), -- 0 = as many as there are
  discount_bp    INTEGER NOT NULL DEFAULT 0 CHECK (discount_bp BETWEEN 0 AND 10000),
  valid_days     INTEGER NOT NULL DEFAULT 0 CHECK (valid_days BETWEEN 0 AND 36500), -- 0 = without end
  card_design_id INTEGER REFERENCES card_design ON DELETE RESTRICT,
  min_blanks     INTEGER NOT NULL DEFAULT 0 CHECK (min_blanks BETWEEN 0 AND 1000000), -- fewer are too few; 0 = never
  position       INTEGER NOT NULL DEFAULT 0,
  archived       INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  CHECK (discount_bp = 0 OR purpose = 2)
) STRICT;
CREATE INDEX card_kind_design ON card_kind (card_design_id) WHERE card_design_id IS NOT NULL;

-- What is or was at a printer.  A card that waits there is accepted nowhere.
CREATE TABLE card_print (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  purpose        INTEGER NOT NULL CHECK (purpose BETWEEN 1 AND 4),                  -- issue, reprint, replace, batch of blanks
  state          INTEGER NOT NULL CHECK (state BETWEEN 1 AND 4),                    -- waiting, printed, failed, cancelled
  card_kind_id   INTEGER NOT NULL REFERENCES card_kind ON DELETE RESTRICT,
  card_design_id INTEGER REFERENCES card_design ON DELETE RESTRICT,
  client_id      INTEGER REFERENCES client ON DELETE RESTRICT,                      -- who gets it
  ticket_id      INTEGER REFERENCES ticket ON DELETE RESTRICT,
  certificate_id INTEGER REFERENCES certificate ON DELETE RESTRICT,
  replaced_id    INTEGER REFERENCES plastic_card ON DELETE RESTRICT,
  why            INTEGER NOT NULL DEFAULT 0 CHECK (why BETWEEN 0 AND 4),
  reason         TEXT CHECK (length (reason) BETWEEN 1 AND 400),
  n_cards        INTEGER NOT NULL CHECK (n_cards BETWEEN 1 AND 1000),
  n_done         INTEGER NOT NULL DEFAULT 0 CHECK (n_done BETWEEN 0 AND n_cards),
  n_spoiled      INTEGER NOT NULL DEFAULT 0 CHECK (n_spoiled BETWEEN 0 AND 100000),
  printer        TEXT CHECK (length (printer) BETWEEN 1 AND 400),
  message        TEXT CHECK (length (message) BETWEEN 1 AND 1000),
  started_at     INTEGER NOT NULL,
  ended_at       INTEGER,
  user_id        INTEGER REFERENCES app_user ON DELETE RESTRICT,
  CHECK ((purpose = 3) = (replaced_id IS NOT NULL)),
  CHECK ((state = 1) = (ended_at IS NULL))
) STRICT;
CREATE INDEX card_print_waiting ON card_print (id) WHERE state = 1;
CREATE INDEX card_print_client ON card_print (client_id) WHERE client_id IS NOT NULL;
CREATE INDEX card_print_kind ON card_print (card_kind_id);
CREATE INDEX card_print_design ON card_print (card_design_id) WHERE card_design_id IS NOT NULL;
CREATE INDEX card_print_ticket ON card_print (ticket_id) WHERE ticket_id IS NOT NULL;
CREATE INDEX card_print_certificate ON card_print (certificate_id) WHERE certificate_id IS NOT NULL;
CREATE INDEX card_print_replaced ON card_print (replaced_id) WHERE replaced_id IS NOT NULL;
CREATE INDEX card_print_user ON card_print (user_id) WHERE user_id IS NOT NULL;

CREATE TABLE plastic_card (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  number         TEXT NOT NULL UNIQUE CHECK (length (number) BETWEEN 1 AND 64),     -- as a scanner reads it
  card_kind_id   INTEGER NOT NULL REFERENCES card_kind ON DELETE RESTRICT,
  client_id      INTEGER REFERENCES client ON DELETE RESTRICT,
  ticket_id      INTEGER REFERENCES ticket ON DELETE RESTRICT,                      -- what it opens
  certificate_id INTEGER REFERENCES certificate ON DELETE RESTRICT,
  state          INTEGER NOT NULL CHECK (state BETWEEN 1 AND 8), -- blank, printing, issued, blocked, replaced, returned, expired, spoiled
  own            INTEGER NOT NULL CHECK (own IN (0, 1)),         -- the number was made here; or it was found on the card
  serial         INTEGER CHECK (serial >= 0),                    -- of a number that was made one after another
  issued_day     INTEGER,
  expires_day    INTEGER,                                        -- the last day; NULL = without end
  replaces_id    INTEGER REFERENCES plastic_card ON DELETE RESTRICT,
  n_printed      INTEGER NOT NULL DEFAULT 0 CHECK (n_printed >= 0),
  card_print_id  INTEGER REFERENCES card_print ON DELETE RESTRICT, -- at which it is or was last
  CHECK (state NOT IN (3, 4, 5, 6, 7) OR client_id IS NOT NULL OR certificate_id IS NOT NULL),
  CHECK (state NOT IN (1, 2) OR (client_id IS NULL AND certificate_id IS NULL AND ticket_id IS NULL)),
  CHECK (state <> 2 OR card_print_id IS NOT NULL),
  CHECK (replaces_id IS NULL OR replaces_id <> id)
) STRICT;
CREATE UNIQUE INDEX plastic_card_active ON plastic_card (client_id, card_kind_id) WHERE state = 3 AND client_id IS NOT NULL;
CREATE INDEX plastic_card_client ON plastic_card (client_id) WHERE client_id IS NOT NULL;
CREATE INDEX plastic_card_kind ON plastic_card (card_kind_id, state, id);
CREATE INDEX plastic_card_serial ON plastic_card (card_kind_id, serial) WHERE serial IS NOT NULL;
CREATE INDEX plastic_card_ticket ON plastic_card (ticket_id) WHERE ticket_id IS NOT NULL;
CREATE INDEX plastic_card_certificate ON plastic_card (certificate_id) WHERE certificate_id IS NOT NULL;
CREATE INDEX plastic_card_replaces ON plastic_card (replaces_id) WHERE replaces_id IS NOT NULL;
CREATE INDEX plastic_card_print ON plastic_card (card_print_id) WHERE card_print_id IS NOT NULL;
CREATE INDEX plastic_card_ends ON plastic_card (expires_day) WHERE state = 3 AND expires_day IS NOT NULL;

CREATE TRIGGER plastic_card_keeps_rows BEFORE DELETE ON plastic_card
BEGIN SELECT RAISE (ABORT, 'plastic_card keeps its rows'); END;
CREATE TRIGGER plastic_card_keeps_values BEFORE UPDATE ON plastic_card
WHEN NEW.id <> OLD.id OR NEW.number <> OLD.number OR NEW.own <> OLD.own OR NEW.serial IS NOT OLD.serial
BEGIN SELECT RAISE (ABORT, 'plastic_card keeps its number'); END;

-- The log.  Nothing in it is changed or removed but a reason, when a person's data is erased.
CREATE TABLE card_event (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  plastic_card_id INTEGER NOT NULL REFERENCES plastic_card ON DELETE RESTRICT,
  kind            INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 13),
  at              INTEGER NOT NULL,                                -- UTC microseconds
  user_id         INTEGER REFERENCES app_user ON DELETE RESTRICT,  -- NULL = the program by itself
  client_id       INTEGER REFERENCES client ON DELETE RESTRICT,    -- whose it was then
  why             INTEGER NOT NULL DEFAULT 0 CHECK (why BETWEEN 0 AND 4), -- lost, stolen, broken, other
  reason          TEXT CHECK (length (reason) BETWEEN 1 AND 400),
  card_print_id   INTEGER REFERENCES card_print ON DELETE RESTRICT,
  of_event_id     INTEGER REFERENCES card_event ON DELETE RESTRICT, -- that was undone
  CHECK ((kind = 11) = (of_event_id IS NOT NULL))
) STRICT;
CREATE INDEX card_event_card ON card_event (plastic_card_id);
CREATE INDEX card_event_at ON card_event (at);
CREATE INDEX card_event_client ON card_event (client_id) WHERE client_id IS NOT NULL;
CREATE INDEX card_event_user ON card_event (user_id, at) WHERE user_id IS NOT NULL;
CREATE INDEX card_event_print ON card_event (card_print_id) WHERE card_print_id IS NOT NULL;
CREATE INDEX card_event_of ON card_event (of_event_id) WHERE of_event_id IS NOT NULL;
CREATE TRIGGER card_event_keeps_rows BEFORE DELETE ON card_event
BEGIN SELECT RAISE (ABORT, 'card_event is append-only'); END;
CREATE TRIGGER card_event_keeps_values BEFORE UPDATE ON card_event
WHEN NEW.id <> OLD.id OR NEW.plastic_card_id <> OLD.plastic_card_id OR NEW.kind <> OLD.kind OR NEW.at <> OLD.at
  OR NEW.user_id IS NOT OLD.user_id OR NEW.client_id IS NOT OLD.client_id OR NEW.why <> OLD.why
  OR NEW.card_print_id IS NOT OLD.card_print_id OR NEW.of_event_id IS NOT OLD.of_event_id
  OR (NEW.reason IS NOT OLD.reason AND NEW.reason IS NOT NULL)
BEGIN SELECT RAISE (ABORT, 'card_event is append-only'); END;

-- Plastic without numbers: what came, what was used and spoiled, what a count found.
CREATE TABLE card_blank (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  card_kind_id  INTEGER NOT NULL REFERENCES card_kind ON DELETE RESTRICT,
  kind          INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 5),    -- received, used, spoiled, counted, undone
  n             INTEGER NOT NULL CHECK (n BETWEEN -1000000 AND 1000000), -- more or fewer; 0 = a count that agreed
  at            INTEGER NOT NULL,
  user_id       INTEGER REFERENCES app_user ON DELETE RESTRICT,
  card_print_id INTEGER REFERENCES card_print ON DELETE RESTRICT,
  reason        TEXT CHECK (length (reason) BETWEEN 1 AND 400),
  CHECK (n <> 0 OR kind = 4)
) STRICT;
CREATE INDEX card_blank_kind ON card_blank (card_kind_id);
CREATE INDEX card_blank_user ON card_blank (user_id) WHERE user_id IS NOT NULL;
CREATE INDEX card_blank_print ON card_blank (card_print_id) WHERE card_print_id IS NOT NULL;
CREATE TRIGGER card_blank_keeps_rows BEFORE DELETE ON card_blank
BEGIN SELECT RAISE (ABORT, 'card_blank is append-only'); END;
CREATE TRIGGER card_blank_keeps_values BEFORE UPDATE ON card_blank
BEGIN SELECT RAISE (ABORT, 'card_blank is append-only'); END;
