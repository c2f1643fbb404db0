-- What a client has, as bits of one number: 1 a phone, 2 a phone that can be dialled, 4 a visit that was booked online.  The
-- list asks all clients for it; a look into phones and visits for each took as long as a scan of the whole list.

ALTER TABLE client_stat ADD COLUMN has INTEGER NOT NULL DEFAULT 0;

UPDATE client_stat SET has =
  EXISTS (SELECT 1 FROM client_phone p WHERE p.client_id = client_stat.client_id)
  + 2 * EXISTS (SELECT 1 FROM client_phone p WHERE p.client_id = client_stat.client_id AND p.e164 IS NOT NULL)
  + 4 * EXISTS (SELECT 1 FROM visit v WHERE v.client_id = client_stat.client_id AND v.source = 3);
