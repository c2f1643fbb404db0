-- What filters, segments and rules need: more derived figures, saved filters, who is in them, categories by rule.

ALTER TABLE client ADD COLUMN importance_pin INTEGER NOT NULL DEFAULT 0 CHECK (importance_pin BETWEEN 0 AND 3); -- 1 = A … 3 = C
ALTER TABLE client_category ADD COLUMN by_rule INTEGER NOT NULL DEFAULT 0 CHECK (by_rule IN (0, 1));

-- Of the twelve months that sold_12m counts.  The class is by revenue: 1 = A, 2 = B, 3 = C, 0 = none.
ALTER TABLE client_stat ADD COLUMN visits_12m INTEGER NOT NULL DEFAULT 0;
ALTER TABLE client_stat ADD COLUMN importance INTEGER NOT NULL DEFAULT 0 CHECK (importance BETWEEN 0 AND 3);
CREATE INDEX client_stat_top ON client_stat (top_place) WHERE top_place IS NOT NULL;

-- A saved filter, in the grammar of the program.  "predefined" is the key of one that came with the program.
CREATE TABLE segment (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  name       TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 200),
  filter     TEXT NOT NULL CHECK (length (filter) BETWEEN 1 AND 20000),
  predefined TEXT,
  position   INTEGER NOT NULL DEFAULT 0,
  archived   INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1))
) STRICT;

-- Derived: who was in a segment when it was last counted, and who came and went on which day.
CREATE TABLE segment_state (
  segment_id INTEGER PRIMARY KEY REFERENCES segment DEFERRABLE INITIALLY DEFERRED,
  filter     TEXT NOT NULL, -- of which the members are
  day        INTEGER NOT NULL
) STRICT;
CREATE TABLE segment_member (
  segment_id INTEGER NOT NULL REFERENCES segment DEFERRABLE INITIALLY DEFERRED,
  client_id  INTEGER NOT NULL REFERENCES client DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (segment_id, client_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX segment_member_client ON segment_member (client_id);
CREATE TABLE segment_move (
  segment_id INTEGER NOT NULL REFERENCES segment DEFERRABLE INITIALLY DEFERRED,
  day        INTEGER NOT NULL,
  client_id  INTEGER NOT NULL REFERENCES client DEFERRABLE INITIALLY DEFERRED,
  entered    INTEGER NOT NULL CHECK (entered IN (0, 1)),
  PRIMARY KEY (segment_id, day, client_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX segment_move_client ON segment_move (client_id);

-- Who fits the filter has the category; who fits no more loses it, unless it was given by hand.
CREATE TABLE category_rule (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  category_id INTEGER NOT NULL UNIQUE REFERENCES category ON DELETE RESTRICT,
  filter      TEXT NOT NULL CHECK (length (filter) BETWEEN 1 AND 20000),
  active      INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

-- The new figures are made at once, not only tomorrow.
DELETE FROM setting WHERE key IN ('upkeep.day', 'upkeep.rolling');
UPDATE client_stat SET rolling_day = NULL;

-- What a rule gave does not hold back the undo of a client who was made a moment ago.
CREATE TRIGGER client_leaves_rules BEFORE DELETE ON client
BEGIN DELETE FROM client_category WHERE client_id = OLD.id AND by_rule = 1; END;

-- Who booked online, without a look at all her visits (3 = online).
CREATE INDEX visit_online ON visit (client_id, day, source) WHERE source = 3;

-- What filters and orders look for at each client lies in the index alone, in the order in which it is asked for.
DROP INDEX visit_line_visit;
CREATE INDEX visit_line_visit ON visit_line (visit_id, employee_id, service_id);
DROP INDEX client_phone_client;
CREATE INDEX client_phone_client ON client_phone (client_id, position);
DROP INDEX client_tag_tag;
CREATE INDEX client_tag_tag ON client_tag (tag_id, client_id);
DROP INDEX client_category_category;
CREATE INDEX client_category_category ON client_category (category_id, client_id);
