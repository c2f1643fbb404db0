-- What can be sold besides services, what everything costs, and the tax that is in it.

-- Prices include the tax.  What a rate is, is said from a day on: a sale takes the rate of its day.
CREATE TABLE vat_rate (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  name     TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 200),
  position INTEGER NOT NULL DEFAULT 0,
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1))
) STRICT;

CREATE TABLE vat_rate_period (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  vat_rate_id INTEGER NOT NULL REFERENCES vat_rate ON DELETE RESTRICT,
  from_day    INTEGER NOT NULL,
  rate_bp     INTEGER NOT NULL CHECK (rate_bp BETWEEN 0 AND 10000),
  UNIQUE (vat_rate_id, from_day)
) STRICT;

CREATE TABLE item_category (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  name     TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 200),
  position INTEGER NOT NULL DEFAULT 0,
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1))
) STRICT;

CREATE TABLE item (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  name             TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 200),
  item_category_id INTEGER REFERENCES item_category ON DELETE RESTRICT,
  code             TEXT CHECK (length (code) BETWEEN 1 AND 60),  -- the salon's or the supplier's own
  barcode          TEXT CHECK (length (barcode) BETWEEN 1 AND 60),
  unit             TEXT CHECK (length (unit) BETWEEN 1 AND 20),  -- NULL: pieces
  price            INTEGER NOT NULL DEFAULT 0 CHECK (price BETWEEN 0 AND 100000000000),
  vat_rate_id      INTEGER REFERENCES vat_rate ON DELETE RESTRICT, -- NULL: the salon's
  no_discount      INTEGER NOT NULL DEFAULT 0 CHECK (no_discount IN (0, 1)),
  periodicity_days INTEGER NOT NULL DEFAULT 0 CHECK (periodicity_days BETWEEN 0 AND 3660), -- so long it lasts
  position         INTEGER NOT NULL DEFAULT 0,
  archived         INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX item_barcode ON item (barcode) WHERE barcode IS NOT NULL AND archived = 0;
CREATE INDEX item_category_item ON item (item_category_id) WHERE item_category_id IS NOT NULL;

-- How far an employee has come: the price of a service may depend on it.
CREATE TABLE employee_level (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  name     TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 200),
  position INTEGER NOT NULL DEFAULT 0,
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1))
) STRICT;
ALTER TABLE employee ADD COLUMN level_id INTEGER REFERENCES employee_level ON DELETE RESTRICT;

ALTER TABLE service ADD COLUMN vat_rate_id INTEGER REFERENCES vat_rate ON DELETE RESTRICT; -- NULL: the salon's
ALTER TABLE service ADD COLUMN no_discount INTEGER NOT NULL DEFAULT 0 CHECK (no_discount IN (0, 1));

-- Short hair, long hair: the same service with a price and a length of its own.
CREATE TABLE service_variant (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  service_id INTEGER NOT NULL REFERENCES service ON DELETE RESTRICT,
  name       TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 200),
  price      INTEGER NOT NULL CHECK (price BETWEEN 0 AND 100000000000),
  more_min   INTEGER NOT NULL DEFAULT 0 CHECK (more_min BETWEEN -240 AND 480), -- longer than the service itself
  position   INTEGER NOT NULL DEFAULT 0,
  archived   INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1))
) STRICT;
CREATE INDEX service_variant_service ON service_variant (service_id);

-- What employees of a level take; where no row says otherwise, the price of the variant or service.
CREATE TABLE service_price (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  service_id INTEGER NOT NULL REFERENCES service ON DELETE RESTRICT,
  variant_id INTEGER REFERENCES service_variant ON DELETE RESTRICT,
  level_id   INTEGER NOT NULL REFERENCES employee_level ON DELETE RESTRICT,
  price      INTEGER NOT NULL CHECK (price BETWEEN 0 AND 100000000000)
) STRICT;
CREATE UNIQUE INDEX service_price_of ON service_price (service_id, coalesce (variant_id, 0), level_id);
CREATE INDEX service_price_level ON service_price (level_id);

ALTER TABLE visit_line ADD COLUMN variant_id INTEGER REFERENCES service_variant ON DELETE RESTRICT;
