-- What freight may be split by. Of one stock unit; an item without is refused where a charge is split by it.
ALTER TABLE item
    ADD COLUMN weight DECIMAL(20, 6) NULL COMMENT 'kilograms of one stock unit' CHECK (weight > 0),
    ADD COLUMN volume DECIMAL(20, 6) NULL COMMENT 'litres of one stock unit' CHECK (volume > 0);

ALTER TABLE supplier_invoice_line
    MODIFY COLUMN spread VARCHAR(10) NULL CHECK (spread IN ('VALUE', 'QUANTITY', 'WEIGHT', 'VOLUME', 'EQUAL'));
