-- What is to be done at every visit, by service and by how far the visit is; and what of it was done.
CREATE TABLE checklist_step (
  id                  INTEGER PRIMARY KEY AUTOINCREMENT,
  name                TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 200),
  state               INTEGER NOT NULL CHECK (state BETWEEN 1 AND 5), -- of the visit, when it is due
  service_id          INTEGER REFERENCES service ON DELETE RESTRICT,
  service_category_id INTEGER REFERENCES service_category ON DELETE RESTRICT, -- with neither: at every visit
  position            INTEGER NOT NULL DEFAULT 0,
  archived            INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  CHECK (service_id IS NULL OR service_category_id IS NULL)
) STRICT;
CREATE INDEX checklist_step_service ON checklist_step (service_id) WHERE service_id IS NOT NULL;
CREATE INDEX checklist_step_category ON checklist_step (service_category_id) WHERE service_category_id IS NOT NULL;

CREATE TABLE visit_step (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  visit_id   INTEGER NOT NULL REFERENCES visit ON DELETE RESTRICT,
  step_id    INTEGER NOT NULL REFERENCES checklist_step ON DELETE RESTRICT,
  done_at    INTEGER NOT NULL,
  done_by_id INTEGER,
  UNIQUE (visit_id, step_id)
) STRICT;
CREATE INDEX visit_step_step ON visit_step (step_id);
