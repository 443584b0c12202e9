-- What each line bears of a charge that is split as said.
ALTER TABLE supplier_invoice_line
    ADD COLUMN parts TEXT NULL COMMENT 'receipt/line/minor units of the invoice''s currency, apart by blanks',
    MODIFY COLUMN spread VARCHAR(10) NULL CHECK (spread IN ('VALUE', 'QUANTITY', 'WEIGHT', 'VOLUME', 'EQUAL', 'FIXED'));
