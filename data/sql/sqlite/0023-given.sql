-- What was done or handed over for nothing is rare: reports that count it find it at once.
CREATE INDEX sale_line_given ON sale_line (sale_id) WHERE amount = 0 AND kind IN (1, 2);
CREATE INDEX visit_line_free ON visit_line (visit_id) WHERE price = 0;
