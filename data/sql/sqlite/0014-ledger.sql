-- Money: what was sold, how it was paid, and the journal of double entry that every balance is a sum of.
--
-- Nothing here is changed or removed: a correction is an entry of its own, dated the day on which it is made.

CREATE TABLE cash_drawer (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  name     TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 200),
  position INTEGER NOT NULL DEFAULT 0,
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1))
) STRICT;

-- From the opening of a drawer to its closing.  What is sold belongs to it by its id, never by the time.
CREATE TABLE cash_shift (
  id           INTEGER PRIMARY KEY,
  drawer_id    INTEGER NOT NULL REFERENCES cash_drawer ON DELETE RESTRICT,
  day          INTEGER NOT NULL,
  opened_at    INTEGER NOT NULL,
  opened_by_id INTEGER NOT NULL,
  opening      INTEGER NOT NULL CHECK (opening >= 0), -- the float that was counted into it
  number       INTEGER UNIQUE,                        -- of the closing report, without gaps
  closed_at    INTEGER,
  closed_by_id INTEGER,
  counted      INTEGER CHECK (counted >= 0), -- blind, before what was expected was shown
  expected     INTEGER,
  taken_out    INTEGER CHECK (taken_out >= 0), -- to the safe or the bank at the closing
  explanation  TEXT,                           -- of a difference
  chain        TEXT,                           -- head of the journal's chain when it was closed
  CHECK ((closed_at IS NULL) = (number IS NULL) AND (closed_at IS NULL) = (counted IS NULL)
         AND (closed_at IS NULL) = (expected IS NULL) AND (closed_at IS NULL) = (taken_out IS NULL))
) STRICT;
CREATE UNIQUE INDEX cash_shift_open ON cash_shift (drawer_id) WHERE closed_at IS NULL;

CREATE TRIGGER cash_shift_keeps_rows BEFORE DELETE ON cash_shift
BEGIN SELECT RAISE (ABORT, 'cash_shift is append-only'); END;
CREATE TRIGGER cash_shift_closes_once BEFORE UPDATE ON cash_shift
WHEN OLD.closed_at IS NOT NULL OR NEW.closed_at IS NULL OR NEW.drawer_id <> OLD.drawer_id OR NEW.day <> OLD.day
  OR NEW.opened_at <> OLD.opened_at OR NEW.opened_by_id <> OLD.opened_by_id OR NEW.opening <> OLD.opening
BEGIN SELECT RAISE (ABORT, 'a closed shift stays closed'); END;
CREATE TRIGGER cash_shift_numbers BEFORE UPDATE OF number ON cash_shift
WHEN NEW.number <> (SELECT coalesce (max (number), 0) + 1 FROM cash_shift)
BEGIN SELECT RAISE (ABORT, 'numbers of closings have no gaps'); END;

-- One row a receipt.  Refunds and voids are receipts, too; all their amounts are negative.
CREATE TABLE sale (
  id            INTEGER PRIMARY KEY,
  number        INTEGER NOT NULL UNIQUE, -- of the receipt, without gaps
  kind          INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 3),
  of_sale_id    INTEGER REFERENCES sale ON DELETE RESTRICT, -- what is refunded or void
  client_id     INTEGER REFERENCES client ON DELETE RESTRICT,
  visit_id      INTEGER REFERENCES visit ON DELETE RESTRICT,
  shift_id      INTEGER NOT NULL REFERENCES cash_shift ON DELETE RESTRICT,
  operation_id  INTEGER NOT NULL REFERENCES operation ON DELETE RESTRICT,
  user_id       INTEGER NOT NULL,
  day           INTEGER NOT NULL,
  at            INTEGER NOT NULL,
  list_total    INTEGER NOT NULL, -- before any discount
  discount      INTEGER NOT NULL,
  vat           INTEGER NOT NULL, -- that is in the total
  total         INTEGER NOT NULL, -- after discount, before the rounding of cash
  rounding      INTEGER NOT NULL, -- what the rounding of cash adds
  note          TEXT,
  fiscal_number TEXT, -- of the cash register, said later at most once
  CHECK ((kind = 1) = (of_sale_id IS NULL)),
  CHECK (total = list_total - discount)
) STRICT;
CREATE INDEX sale_client ON sale (client_id, day) WHERE client_id IS NOT NULL;
CREATE INDEX sale_visit ON sale (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX sale_shift ON sale (shift_id);
CREATE INDEX sale_day ON sale (day);
CREATE INDEX sale_of ON sale (of_sale_id) WHERE of_sale_id IS NOT NULL;
CREATE UNIQUE INDEX sale_void ON sale (of_sale_id) WHERE kind = 3;

CREATE TRIGGER sale_keeps_rows BEFORE DELETE ON sale
BEGIN SELECT RAISE (ABORT, 'sale is append-only'); END;
CREATE TRIGGER sale_keeps_values BEFORE UPDATE ON sale
WHEN OLD.fiscal_number IS NOT NULL OR NEW.id <> OLD.id OR NEW.number <> OLD.number OR NEW.kind <> OLD.kind
  OR NEW.of_sale_id IS NOT OLD.of_sale_id OR NEW.client_id IS NOT OLD.client_id OR NEW.visit_id IS NOT OLD.visit_id
  OR NEW.shift_id <> OLD.shift_id OR NEW.operation_id <> OLD.operation_id OR NEW.user_id <> OLD.user_id
  OR NEW.day <> OLD.day OR NEW.at <> OLD.at OR NEW.list_total <> OLD.list_total OR NEW.discount <> OLD.discount
  OR NEW.vat <> OLD.vat OR NEW.total <> OLD.total OR NEW.rounding <> OLD.rounding OR NEW.note IS NOT OLD.note
BEGIN SELECT RAISE (ABORT, 'sale is append-only'); END;
CREATE TRIGGER sale_numbers BEFORE INSERT ON sale
WHEN NEW.number <> (SELECT coalesce (max (number), 0) + 1 FROM sale)
BEGIN SELECT RAISE (ABORT, 'numbers of receipts have no gaps'); END;
CREATE TRIGGER sale_needs_a_shift BEFORE INSERT ON sale
WHEN (SELECT closed_at FROM cash_shift WHERE id = NEW.shift_id) IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'the shift is closed'); END;

CREATE TABLE sale_line (
  id               INTEGER PRIMARY KEY,
  sale_id          INTEGER NOT NULL REFERENCES sale ON DELETE RESTRICT,
  position         INTEGER NOT NULL,
  kind             INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 6),
  subject_id       INTEGER NOT NULL, -- service, item, ticket, certificate, client of the account, employee of the tip
  text             TEXT NOT NULL,    -- what the receipt says, in the salon's language
  visit_line_id    INTEGER,
  variant_id       INTEGER,
  employee_id      INTEGER REFERENCES employee ON DELETE RESTRICT, -- who did it or sold it
  quantity         INTEGER NOT NULL CHECK (quantity <> 0), -- thousandths
  unit_price       INTEGER NOT NULL CHECK (unit_price >= 0),
  list_amount      INTEGER NOT NULL,
  discount         INTEGER NOT NULL,
  discount_source  INTEGER NOT NULL DEFAULT 0,
  discount_rule_id INTEGER,
  discount_text    TEXT, -- why this price
  amount           INTEGER NOT NULL, -- list less discount; of what a ticket pays, the worth of its units
  vat_bp           INTEGER NOT NULL,
  vat              INTEGER NOT NULL,
  ticket_id        INTEGER, -- that pays for it
  ticket_units     INTEGER NOT NULL DEFAULT 0, -- thousandths
  of_line_id       INTEGER REFERENCES sale_line ON DELETE RESTRICT, -- what is refunded or void
  UNIQUE (sale_id, position),
  CHECK (amount = list_amount - discount)
) STRICT;
CREATE INDEX sale_line_of ON sale_line (of_line_id) WHERE of_line_id IS NOT NULL;
CREATE INDEX sale_line_visit_line ON sale_line (visit_line_id) WHERE visit_line_id IS NOT NULL;
CREATE TRIGGER sale_line_keeps_rows BEFORE DELETE ON sale_line
BEGIN SELECT RAISE (ABORT, 'sale_line is append-only'); END;
CREATE TRIGGER sale_line_keeps_values BEFORE UPDATE ON sale_line
BEGIN SELECT RAISE (ABORT, 'sale_line is append-only'); END;

CREATE TABLE sale_payment (
  id         INTEGER PRIMARY KEY,
  sale_id    INTEGER NOT NULL REFERENCES sale ON DELETE RESTRICT,
  method     INTEGER NOT NULL CHECK (method BETWEEN 1 AND 7),
  subject_id INTEGER NOT NULL, -- drawer, client of the account or bonus, ticket, certificate; 0 = none
  amount     INTEGER NOT NULL,
  given      INTEGER NOT NULL DEFAULT 0 -- cash that was handed over, with the change that was given back
) STRICT;
CREATE INDEX sale_payment_sale ON sale_payment (sale_id);
CREATE TRIGGER sale_payment_keeps_rows BEFORE DELETE ON sale_payment
BEGIN SELECT RAISE (ABORT, 'sale_payment is append-only'); END;
CREATE TRIGGER sale_payment_keeps_values BEFORE UPDATE ON sale_payment
BEGIN SELECT RAISE (ABORT, 'sale_payment is append-only'); END;

------------------------------------------------------------------ the journal of double entry

CREATE TABLE ledger_entry (
  id           INTEGER PRIMARY KEY,
  kind         INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 10),
  day          INTEGER NOT NULL,
  at           INTEGER NOT NULL,
  operation_id INTEGER REFERENCES operation ON DELETE RESTRICT, -- NULL: what was there before there was a ledger
  user_id      INTEGER NOT NULL,
  sale_id      INTEGER REFERENCES sale ON DELETE RESTRICT,
  shift_id     INTEGER REFERENCES cash_shift ON DELETE RESTRICT,
  reverses_id  INTEGER REFERENCES ledger_entry ON DELETE RESTRICT,
  note         TEXT
) STRICT;
CREATE INDEX ledger_entry_day ON ledger_entry (day);
CREATE INDEX ledger_entry_operation ON ledger_entry (operation_id) WHERE operation_id IS NOT NULL;
CREATE INDEX ledger_entry_sale ON ledger_entry (sale_id) WHERE sale_id IS NOT NULL;
CREATE INDEX ledger_entry_shift ON ledger_entry (shift_id) WHERE shift_id IS NOT NULL;
CREATE UNIQUE INDEX ledger_entry_reverses ON ledger_entry (reverses_id) WHERE reverses_id IS NOT NULL;

-- What an entry moves: debit is positive, credit negative.  Accounts below 100 are money in minor units, from 100 on
-- units of season tickets in thousandths; each of the two sums to nothing in every entry.
CREATE TABLE posting (
  entry_id      INTEGER NOT NULL REFERENCES ledger_entry ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  position      INTEGER NOT NULL,
  account       INTEGER NOT NULL CHECK (account BETWEEN 1 AND 199),
  subject_id    INTEGER NOT NULL, -- drawer, client, ticket, certificate, service, item, employee, rate of tax; 0 = none
  amount        INTEGER NOT NULL CHECK (amount <> 0 OR sold <> 0 OR discount <> 0),
  day           INTEGER NOT NULL,
  client_id     INTEGER, -- whose it was then; a merged card is followed when it is read
  employee_id   INTEGER,
  visit_line_id INTEGER,
  sale_line_id  INTEGER,
  sold          INTEGER NOT NULL DEFAULT 0, -- of revenue: after discount, with tax, as a report of sales counts it
  discount      INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (entry_id, position)
) STRICT, WITHOUT ROWID;
-- Balances: what is owed or held, by account and subject.
CREATE INDEX posting_balance ON posting (account, subject_id, amount) WHERE account NOT IN (8, 9, 10, 11);
CREATE INDEX posting_client ON posting (client_id, day, sold) WHERE client_id IS NOT NULL AND sold <> 0;

CREATE TRIGGER ledger_entry_keeps_rows BEFORE DELETE ON ledger_entry
BEGIN SELECT RAISE (ABORT, 'ledger_entry is append-only'); END;
CREATE TRIGGER ledger_entry_keeps_values BEFORE UPDATE ON ledger_entry
BEGIN SELECT RAISE (ABORT, 'ledger_entry is append-only'); END;
CREATE TRIGGER posting_keeps_rows BEFORE DELETE ON posting
BEGIN SELECT RAISE (ABORT, 'posting is append-only'); END;
CREATE TRIGGER posting_keeps_values BEFORE UPDATE ON posting
BEGIN SELECT RAISE (ABORT, 'posting is append-only'); END;

-- The head comes last: it seals its postings, which must balance then.
CREATE TRIGGER posting_is_sealed BEFORE INSERT ON posting
WHEN EXISTS (SELECT 1 FROM ledger_entry WHERE id = NEW.entry_id)
BEGIN SELECT RAISE (ABORT, 'the entry is sealed'); END;
CREATE TRIGGER ledger_entry_balances BEFORE INSERT ON ledger_entry
WHEN NOT EXISTS (SELECT 1 FROM posting WHERE entry_id = NEW.id)
  OR EXISTS (SELECT 1 FROM posting WHERE entry_id = NEW.id GROUP BY account < 100 HAVING sum (amount) <> 0)
BEGIN SELECT RAISE (ABORT, 'the entry does not balance'); END;
CREATE TRIGGER ledger_entry_needs_a_shift BEFORE INSERT ON ledger_entry
WHEN (SELECT closed_at FROM cash_shift WHERE id = NEW.shift_id) IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'the shift is closed'); END;

------------------------------------------------------------------ what is there already

-- Whether a visit has been checked out.  Until then its done services count as sold at their price.
ALTER TABLE visit ADD COLUMN settled INTEGER NOT NULL DEFAULT 0 CHECK (settled IN (0, 1));
CREATE INDEX visit_to_settle ON visit (day) WHERE settled = 0 AND state IN (3, 4, 5);

-- How far a client's account may be overdrawn, and who pays from whose account.
ALTER TABLE client ADD COLUMN credit_limit INTEGER NOT NULL DEFAULT 0 CHECK (credit_limit BETWEEN 0 AND 100000000000);
ALTER TABLE client ADD COLUMN payer_id INTEGER REFERENCES client ON DELETE RESTRICT;
CREATE INDEX client_payer ON client (payer_id) WHERE payer_id IS NOT NULL;

------------------------------------------------------------------ the history that was there before

-- One entry a day: what was done counts as sold at its price and as paid.  8 and 17: see SalonAccount.
INSERT INTO posting (entry_id, position, account, subject_id, amount, day, client_id, employee_id, visit_line_id, sold)
SELECT dense_rank () OVER (ORDER BY v.day), row_number () OVER (PARTITION BY v.day ORDER BY l.id),
       8, l.service_id, -l.price, v.day, v.client_id, l.employee_id, l.id, l.price
  FROM visit v JOIN visit_line l ON l.visit_id = v.id
 WHERE v.state = 5 AND l.price <> 0;
INSERT INTO posting (entry_id, position, account, subject_id, amount, day)
SELECT entry_id, 0, 17, 0, -sum (amount), day FROM posting GROUP BY entry_id;
INSERT INTO ledger_entry (id, kind, day, at, user_id)
SELECT entry_id, 1, day, day * 86400000000, 0 FROM posting WHERE position = 0;
UPDATE visit SET settled = 1 WHERE state = 5;
