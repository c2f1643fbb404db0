-- Visits of several services: add-ons, services that may be done at the same time, masters that matter.

ALTER TABLE service ADD COLUMN is_addon INTEGER NOT NULL DEFAULT 0 CHECK (is_addon IN (0, 1)); -- never booked alone
ALTER TABLE service ADD COLUMN parallel INTEGER NOT NULL DEFAULT 0 CHECK (parallel IN (0, 1)); -- while another works, too

-- Which add-ons go with a service.
CREATE TABLE service_addon (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  service_id INTEGER NOT NULL REFERENCES service ON DELETE RESTRICT,
  addon_id   INTEGER NOT NULL REFERENCES service ON DELETE RESTRICT,
  UNIQUE (service_id, addon_id),
  CHECK (service_id <> addon_id)
) STRICT;
CREATE INDEX service_addon_addon ON service_addon (addon_id);

ALTER TABLE visit_line ADD COLUMN master_matters INTEGER NOT NULL DEFAULT 0 CHECK (master_matters IN (0, 1)); -- no other
ALTER TABLE visit_line ADD COLUMN parent_line_id INTEGER REFERENCES visit_line ON DELETE RESTRICT
  DEFERRABLE INITIALLY DEFERRED; -- an add-on belongs to that line of the same visit
CREATE INDEX visit_line_parent ON visit_line (parent_line_id) WHERE parent_line_id IS NOT NULL;
