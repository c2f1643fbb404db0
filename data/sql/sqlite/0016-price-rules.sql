-- Why something costs less: rules of discounts, what they are for, and who was offered a promotion.

-- All that is said must fit; what is NULL or 0 does not matter.
CREATE TABLE price_rule (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  name          TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 200),
  source        INTEGER NOT NULL CHECK (source BETWEEN 3 AND 10), -- personal, of cards and by hand are no rules
  active        INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  -- who
  category_id   INTEGER REFERENCES category ON DELETE RESTRICT,
  segment_id    INTEGER REFERENCES segment ON DELETE RESTRICT,
  tier_by       INTEGER NOT NULL DEFAULT 0 CHECK (tier_by BETWEEN 0 AND 3),
  tier_from     INTEGER NOT NULL DEFAULT 0 CHECK (tier_from BETWEEN 0 AND 1000000000000000),
  birthday_days INTEGER NOT NULL DEFAULT 0 CHECK (birthday_days BETWEEN 0 AND 182), -- before and after
  offered_only  INTEGER NOT NULL DEFAULT 0 CHECK (offered_only IN (0, 1)),
  -- when
  from_day      INTEGER,
  to_day        INTEGER, -- the last
  weekdays      INTEGER NOT NULL DEFAULT 0 CHECK (weekdays BETWEEN 0 AND 127), -- bit 0 = Monday; 0 = every day
  from_min      INTEGER NOT NULL DEFAULT 0 CHECK (from_min BETWEEN 0 AND 1440),
  to_min        INTEGER NOT NULL DEFAULT 0 CHECK (to_min BETWEEN 0 AND 1440), -- 0 = all day
  code          TEXT CHECK (length (code) BETWEEN 1 AND 60),
  -- how much
  kind          INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 3),
  value         INTEGER NOT NULL CHECK (value BETWEEN 0 AND 1000000000000000),
  -- how often, and beside which others
  per_client    INTEGER NOT NULL DEFAULT 0 CHECK (per_client BETWEEN 0 AND 1000000), -- receipts; 0 = without limit
  in_all        INTEGER NOT NULL DEFAULT 0 CHECK (in_all BETWEEN 0 AND 1000000),
  exclusive     INTEGER NOT NULL DEFAULT 0 CHECK (exclusive IN (0, 1)),
  priority      INTEGER NOT NULL DEFAULT 0 CHECK (priority BETWEEN -1000 AND 1000),
  position      INTEGER NOT NULL DEFAULT 0,
  archived      INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  CHECK (kind <> 1 OR value <= 10000),
  CHECK (to_min = 0 AND from_min = 0 OR from_min < to_min),
  CHECK (from_day IS NULL OR to_day IS NULL OR from_day <= to_day)
) STRICT;
CREATE INDEX price_rule_category ON price_rule (category_id) WHERE category_id IS NOT NULL;
CREATE INDEX price_rule_segment ON price_rule (segment_id) WHERE segment_id IS NOT NULL;
CREATE UNIQUE INDEX price_rule_code ON price_rule (code) WHERE code IS NOT NULL AND archived = 0;

-- A rule without a row is for all services and goods.
CREATE TABLE price_rule_target (
  id                  INTEGER PRIMARY KEY AUTOINCREMENT,
  price_rule_id       INTEGER NOT NULL REFERENCES price_rule ON DELETE RESTRICT,
  kind                INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 6),
  service_category_id INTEGER REFERENCES service_category ON DELETE RESTRICT,
  item_category_id    INTEGER REFERENCES item_category ON DELETE RESTRICT,
  service_id          INTEGER REFERENCES service ON DELETE RESTRICT,
  item_id             INTEGER REFERENCES item ON DELETE RESTRICT,
  CHECK ((kind = 3) = (service_category_id IS NOT NULL) AND (kind = 4) = (item_category_id IS NOT NULL)
         AND (kind = 5) = (service_id IS NOT NULL) AND (kind = 6) = (item_id IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX price_rule_target_once ON price_rule_target
  (price_rule_id, kind, coalesce (service_category_id, item_category_id, service_id, item_id, 0));
CREATE INDEX price_rule_target_service_category ON price_rule_target (service_category_id) WHERE service_category_id IS NOT NULL;
CREATE INDEX price_rule_target_item_category ON price_rule_target (item_category_id) WHERE item_category_id IS NOT NULL;
CREATE INDEX price_rule_target_service ON price_rule_target (service_id) WHERE service_id IS NOT NULL;
CREATE INDEX price_rule_target_item ON price_rule_target (item_id) WHERE item_id IS NOT NULL;

-- What was said to a client of a promotion, and what she said; the last counts.  That she used it, her receipts say.
CREATE TABLE promotion_use (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  price_rule_id INTEGER NOT NULL REFERENCES price_rule ON DELETE RESTRICT,
  client_id     INTEGER NOT NULL REFERENCES client ON DELETE RESTRICT,
  state         INTEGER NOT NULL CHECK (state BETWEEN 1 AND 3),
  day           INTEGER NOT NULL
) STRICT;
CREATE INDEX promotion_use_client ON promotion_use (client_id);
CREATE INDEX promotion_use_rule ON promotion_use (price_rule_id);

-- How often a rule was used.
CREATE INDEX sale_line_rule ON sale_line (discount_rule_id, sale_id) WHERE discount_rule_id > 0;
