-- What other currencies are worth. Only added to: of two rates of one day the later entered holds, the earlier stays to be seen.
CREATE TABLE exchange_rate (
    id          BIGINT          NOT NULL PRIMARY KEY,
    currency    CHAR(3)         NOT NULL,
    valid_from  DATE            NOT NULL,
    rate        DECIMAL(24, 12) NOT NULL COMMENT 'of the company''s currency for one of this one' CHECK (rate > 0),
    source      VARCHAR(80)     NULL COMMENT 'where it was read',
    entered_by  VARCHAR(64)     NOT NULL,
    entered_at  DATETIME(6)     NOT NULL,
    KEY exchange_rate_day (currency, valid_from, id)
);

-- What a document says in another currency, and its rate: evidence, sealed with the posting.
CREATE TABLE foreign_amount (
    posting_seq  BIGINT         NOT NULL,
    line_no      INT            NOT NULL COMMENT '-1: all of the document, as it is owed',
    currency     CHAR(3)        NOT NULL,
    rate         VARCHAR(26)    NOT NULL COMMENT 'a text, so that all its digits are sealed',
    unit_price   DECIMAL(20, 6) NULL,
    amount       BIGINT         NOT NULL COMMENT 'smallest units of that currency',
    PRIMARY KEY (posting_seq, line_no)
);

ALTER TABLE purchase_order ADD COLUMN currency CHAR(3) NULL COMMENT 'of its unit costs; null: the company''s';
ALTER TABLE supplier_invoice
    ADD COLUMN currency CHAR(3) NULL COMMENT 'of its lines and printed tax; null: the company''s',
    ADD COLUMN exchange_rate DECIMAL(24, 12) NULL,
    ADD COLUMN foreign_net BIGINT NULL COMMENT 'as printed; net and tax are in the company''s currency',
    ADD COLUMN foreign_tax BIGINT NULL;
ALTER TABLE invoice_settlement ADD COLUMN exchange BIGINT NULL COMMENT 'minor units lost, or below zero gained, since the receipt by another rate';

INSERT INTO account (code, name, kind) VALUES ('5500', 'Exchange gains and losses', 'EXPENSE');
INSERT INTO account_mapping (role, category_id, account_code) VALUES ('EXCHANGE', 0, '5500');
INSERT INTO account_role (role, account_code) VALUES ('EXCHANGE', '5500');
