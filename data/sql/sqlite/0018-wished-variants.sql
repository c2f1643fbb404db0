-- Who asks for a service or waits for one may wish it in a variant: long hair, short hair.

ALTER TABLE booking_request ADD COLUMN variant_id INTEGER REFERENCES service_variant ON DELETE RESTRICT;
CREATE INDEX booking_request_variant ON booking_request (variant_id) WHERE variant_id IS NOT NULL;

ALTER TABLE waiting_service ADD COLUMN variant_id INTEGER REFERENCES service_variant ON DELETE RESTRICT;
CREATE INDEX waiting_service_variant ON waiting_service (variant_id) WHERE variant_id IS NOT NULL;
