-- Every record of the catalogue is kept the same way: a version for If-Match, and taken out of use rather than deleted.

ALTER TABLE unit
    ADD COLUMN active  BOOLEAN NOT NULL DEFAULT TRUE,
    ADD COLUMN version INT     NOT NULL DEFAULT 0;
ALTER TABLE category
    ADD COLUMN active BOOLEAN NOT NULL DEFAULT TRUE;
ALTER TABLE tax_code
    ADD COLUMN version INT NOT NULL DEFAULT 0;
ALTER TABLE account
    ADD COLUMN active  BOOLEAN NOT NULL DEFAULT TRUE,
    ADD COLUMN version INT     NOT NULL DEFAULT 0;
ALTER TABLE account_mapping
    ADD COLUMN version INT NOT NULL DEFAULT 0;

-- One GTIN may be printed in several lengths; it is one all the same.
ALTER TABLE barcode
    ADD COLUMN gtin14 VARCHAR(14) AS (LPAD(gtin, 14, '0')) PERSISTENT,
    ADD UNIQUE KEY barcode_gtin14 (gtin14);
