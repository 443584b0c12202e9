-- What sealed postings add up to, a block of 1,024 seals at a time: they never change, so a figure of any day need not read them again.
-- Projections: may be deleted and made again from the book.

CREATE TABLE subtotal_block (
    block      INT    NOT NULL PRIMARY KEY COMMENT 'of the seals from block * 1024 + 1 to block * 1024 + 1024',
    first_seq  BIGINT NOT NULL COMMENT 'the lowest posting of it',
    last_seq   BIGINT NOT NULL COMMENT 'the highest posting of it and all before'
);

CREATE TABLE value_subtotal (
    block          INT    NOT NULL,
    location_id    BIGINT NOT NULL,
    business_date  DATE   NOT NULL,
    amount         BIGINT NOT NULL COMMENT 'minor units, of the value entries',
    PRIMARY KEY (block, location_id, business_date)
);

CREATE TABLE journal_subtotal (
    block          INT         NOT NULL,
    account_code   VARCHAR(16) NOT NULL,
    business_date  DATE        NOT NULL,
    amount         BIGINT      NOT NULL COMMENT 'minor units, debit positive',
    PRIMARY KEY (block, account_code, business_date)
);

INSERT INTO proof_law (law) VALUES ('SUBTOTALS');
INSERT INTO proof_mark (name, number, position) VALUES ('SUBTOTALS', 0, 0);
