-- The rate of a tax code from a day on; before the first of them counts the rate on the code itself.
CREATE TABLE tax_rate (
    tax_code    VARCHAR(16)   NOT NULL,
    valid_from  DATE          NOT NULL,
    rate        DECIMAL(9, 6) NOT NULL COMMENT 'share of the net amount' CHECK (rate BETWEEN 0 AND 1),
    PRIMARY KEY (tax_code, valid_from)
);

ALTER TABLE tax_code ADD COLUMN kind VARCHAR(16) NOT NULL DEFAULT 'STANDARD'
    CHECK (kind IN ('STANDARD', 'EXEMPT', 'REVERSE_CHARGE'));

-- How the company works tax out: one row.
CREATE TABLE tax_policy (
    id        TINYINT     NOT NULL PRIMARY KEY CHECK (id = 1),
    rounding  VARCHAR(10) NOT NULL CHECK (rounding IN ('LINE', 'DOCUMENT'))
);
INSERT INTO tax_policy VALUES (1, 'LINE');

ALTER TABLE invoice_tax ADD COLUMN due BIGINT NOT NULL DEFAULT 0 COMMENT 'what we owe the state in the supplier''s place';
