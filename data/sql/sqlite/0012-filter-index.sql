-- At whom and with which services a client was, as bits of two numbers: most questions of the list after masters and
-- services are answered by them, without a look at her visits.  Bit n stands for the id n, bit 62 for all ids above 61.

ALTER TABLE client_stat ADD COLUMN masters_seen INTEGER NOT NULL DEFAULT 0;
ALTER TABLE client_stat ADD COLUMN services_had INTEGER NOT NULL DEFAULT 0;

UPDATE client_stat SET
  masters_seen = coalesce ((
    SELECT sum (b.bit) FROM (
      SELECT DISTINCT 1 << min (l.employee_id, 62) AS bit FROM visit v JOIN visit_line l ON l.visit_id = v.id
       WHERE v.client_id = client_stat.client_id AND v.state BETWEEN 3 AND 5) b), 0),
  services_had = coalesce ((
    SELECT sum (b.bit) FROM (
      SELECT DISTINCT 1 << min (l.service_id, 62) AS bit FROM visit v JOIN visit_line l ON l.visit_id = v.id
       WHERE v.client_id = client_stat.client_id AND v.state BETWEEN 3 AND 5) b), 0);
