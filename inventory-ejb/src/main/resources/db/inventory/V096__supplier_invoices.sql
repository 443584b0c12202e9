-- What suppliers want for what came. An invoice that does not match waits for another person; one that matches is posted at once.

ALTER TABLE journal_line ADD COLUMN settles_id BIGINT NULL COMMENT 'movement of the receipt whose invoice the line is part of';

INSERT INTO account (code, name, kind) VALUES ('1150', 'Input tax', 'ASSET'), ('2100', 'Trade payables', 'LIABILITY');
INSERT INTO account_mapping (role, category_id, account_code) VALUES ('INPUT_TAX', 0, '1150'), ('PAYABLE', 0, '2100');

CREATE TABLE supplier_invoice (
    id               BINARY(16)   NOT NULL PRIMARY KEY COMMENT 'chosen by the client',
    row_no           BIGINT       NOT NULL UNIQUE,
    kind             VARCHAR(12)  NOT NULL CHECK (kind IN ('INVOICE', 'CREDIT_NOTE')),
    supplier_id      BIGINT       NOT NULL,
    number           VARCHAR(40)  NOT NULL COMMENT 'of the supplier',
    invoice_date     DATE         NOT NULL,
    due_date         DATE         NULL,
    business_date    DATE         NULL COMMENT 'on which it is booked, where that was asked for',
    note             VARCHAR(200) NULL,
    printed_tax      BIGINT       NULL COMMENT 'minor units, as the supplier worked it out',
    net              BIGINT       NOT NULL,
    tax              BIGINT       NOT NULL,
    status           VARCHAR(10)  NOT NULL CHECK (status IN ('HELD', 'POSTED', 'REJECTED')),
    made_by          VARCHAR(64)  NOT NULL,
    made_at          DATETIME(6)  NOT NULL,
    decided_by       VARCHAR(64)  NULL COMMENT 'who approved or rejected what was held',
    decided_at       DATETIME(6)  NULL,
    decision_reason  VARCHAR(200) NULL,
    posting_id       BINARY(16)   NULL,
    KEY supplier_invoice_number (supplier_id, number),
    KEY supplier_invoice_status (status, row_no),
    KEY supplier_invoice_posting (posting_id)
);

-- As it was asked. A line of goods names what it is for; a charge is spread over receipts, or settles what was estimated.
CREATE TABLE supplier_invoice_line (
    invoice_id    BINARY(16)     NOT NULL,
    line_no       INT            NOT NULL,
    receipt_id    BINARY(16)     NULL COMMENT 'posting that the goods came with',
    receipt_line  INT            NULL,
    order_id      BINARY(16)     NULL,
    order_line    INT            NULL,
    quantity      BIGINT         NULL COMMENT 'millionths; null: a charge',
    unit_price    DECIMAL(20, 6) NULL,
    what          VARCHAR(80)    NULL COMMENT 'of a charge',
    amount        BIGINT         NOT NULL COMMENT 'minor units, without tax',
    spread        VARCHAR(10)    NULL CHECK (spread IN ('VALUE', 'QUANTITY', 'EQUAL')),
    estimated     BOOLEAN        NOT NULL COMMENT 'the charge was booked on stock before it was invoiced',
    receipts      VARCHAR(2000)  NULL COMMENT 'postings that a charge is for, where not those of its goods',
    tax_code      VARCHAR(16)    NULL,
    PRIMARY KEY (invoice_id, line_no)
);

-- Why it was held.
CREATE TABLE supplier_invoice_finding (
    invoice_id  BINARY(16)   NOT NULL,
    place       INT          NOT NULL,
    line_no     INT          NOT NULL COMMENT '-1: the document',
    code        VARCHAR(24)  NOT NULL,
    detail      VARCHAR(400) NOT NULL,
    PRIMARY KEY (invoice_id, place)
);

-- What of which receipt was invoiced: evidence, sealed with the posting. A posting that was undone settles nothing.
CREATE TABLE invoice_settlement (
    posting_seq  BIGINT     NOT NULL,
    invoice_id   BINARY(16) NOT NULL,
    line_no      INT        NOT NULL,
    movement_id  BIGINT     NOT NULL,
    quantity     BIGINT     NOT NULL COMMENT 'millionths; 0 for a charge; below zero: credited',
    amount       BIGINT     NOT NULL COMMENT 'minor units taken out of received, not invoiced',
    difference   BIGINT     NOT NULL COMMENT 'minor units that it costs more than the receipt said',
    KEY invoice_settlement_posting (posting_seq),
    KEY invoice_settlement_movement (movement_id),
    KEY invoice_settlement_invoice (invoice_id)
);

-- The tax of each line: evidence, sealed with the posting.
CREATE TABLE invoice_tax (
    posting_seq  BIGINT      NOT NULL,
    invoice_id   BINARY(16)  NOT NULL,
    line_no      INT         NOT NULL,
    tax_code     VARCHAR(16) NULL,
    base         BIGINT      NOT NULL,
    tax          BIGINT      NOT NULL,
    KEY invoice_tax_posting (posting_seq)
);

-- Invoices of one supplier are entered one after the other.
CREATE TABLE supplier_invoice_mark (
    supplier_id  BIGINT NOT NULL PRIMARY KEY,
    version      BIGINT NOT NULL
);

-- How much more than agreed is paid without asking; supplier 0 is the rule for all that have none of their own.
CREATE TABLE price_tolerance (
    supplier_id  BIGINT         NOT NULL PRIMARY KEY,
    share        DECIMAL(9, 6)  NOT NULL COMMENT 'of what was agreed' CHECK (share BETWEEN 0 AND 1),
    amount       DECIMAL(20, 6) NOT NULL COMMENT 'of a line, major units' CHECK (amount >= 0),
    version      INT            NOT NULL DEFAULT 0
);
INSERT INTO price_tolerance VALUES (0, 0.02, 50.00, 0);
