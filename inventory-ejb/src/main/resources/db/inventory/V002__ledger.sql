-- The book. Rows of the tables up to the line of dashes are written once; the application may not change them.

CREATE TABLE posting (
    seq            BIGINT       NOT NULL PRIMARY KEY,
    id             BINARY(16)   NOT NULL UNIQUE COMMENT 'chosen by the client',
    kind           VARCHAR(20)  NOT NULL,
    business_date  DATE         NOT NULL,
    effective_at   DATETIME(6)  NOT NULL COMMENT 'UTC, when it happened in the shop',
    recorded_at    DATETIME(6)  NOT NULL COMMENT 'UTC, when it reached the book',
    actor          VARCHAR(64)  NOT NULL,
    reference      VARCHAR(64)  NULL COMMENT 'the document of the shop: invoice, order, till receipt',
    reason         VARCHAR(200) NULL,
    source         VARCHAR(64)  NULL COMMENT 'what made it: import batch, purchase order, job',
    reverses_seq   BIGINT       NULL,
    KEY posting_date (business_date, seq),
    KEY posting_source (source, seq),
    KEY posting_reference (reference),
    UNIQUE KEY posting_reverses (reverses_seq)
);

CREATE TABLE movement (
    id                  BIGINT      NOT NULL PRIMARY KEY,
    posting_seq         BIGINT      NOT NULL,
    line_no             INT         NOT NULL,
    item_id             BIGINT      NOT NULL,
    location_id         BIGINT      NOT NULL,
    pool_id             BIGINT      NOT NULL,
    kind                VARCHAR(20) NOT NULL,
    quantity            BIGINT      NOT NULL COMMENT 'millionths of the unit, negative when stock leaves',
    business_date       DATE        NOT NULL,
    ordinal             BIGINT      NOT NULL COMMENT 'place in the pool in posting order; cost order is (business_date, ordinal)',
    source_movement_id  BIGINT      NULL COMMENT 'what it returns',
    KEY movement_posting (posting_seq, line_no),
    KEY movement_item (item_id, location_id, business_date, ordinal),
    UNIQUE KEY movement_pool (pool_id, ordinal),
    KEY movement_source (source_movement_id)
);

CREATE TABLE value_entry (
    id             BIGINT      NOT NULL PRIMARY KEY,
    posting_seq    BIGINT      NOT NULL COMMENT 'the posting that caused it',
    movement_id    BIGINT      NOT NULL,
    item_id        BIGINT      NOT NULL,
    location_id    BIGINT      NOT NULL,
    kind           VARCHAR(16) NOT NULL,
    amount         BIGINT      NOT NULL COMMENT 'minor units, positive into stock',
    business_date  DATE        NOT NULL,
    KEY value_entry_posting (posting_seq),
    KEY value_entry_movement (movement_id),
    KEY value_entry_item (item_id, location_id, business_date)
);

CREATE TABLE journal_line (
    posting_seq    BIGINT      NOT NULL,
    line_no        INT         NOT NULL,
    account_code   VARCHAR(16) NOT NULL,
    amount         BIGINT      NOT NULL COMMENT 'minor units, debit positive',
    business_date  DATE        NOT NULL,
    movement_id    BIGINT      NULL,
    PRIMARY KEY (posting_seq, line_no),
    KEY journal_account (account_code, business_date)
);

CREATE TABLE sale (
    posting_seq  BIGINT      NOT NULL PRIMARY KEY,
    customer_id  BIGINT      NULL,
    channel      VARCHAR(16) NOT NULL,
    net          BIGINT      NOT NULL,
    discount     BIGINT      NOT NULL,
    tax          BIGINT      NOT NULL,
    total        BIGINT      NOT NULL
);

CREATE TABLE sale_line (
    movement_id    BIGINT         NOT NULL PRIMARY KEY,
    posting_seq    BIGINT         NOT NULL,
    item_id        BIGINT         NOT NULL,
    business_date  DATE           NOT NULL,
    quantity       BIGINT         NOT NULL COMMENT 'millionths, positive when sold, negative when returned',
    unit_price     DECIMAL(20, 6) NOT NULL,
    gross          BIGINT         NOT NULL COMMENT 'price times quantity before discount, without tax',
    discount       BIGINT         NOT NULL,
    net            BIGINT         NOT NULL,
    tax            BIGINT         NOT NULL,
    tax_code       VARCHAR(16)    NULL,
    KEY sale_line_posting (posting_seq),
    KEY sale_line_item (item_id, business_date)
);

CREATE TABLE tender (
    posting_seq  BIGINT      NOT NULL,
    line_no      INT         NOT NULL,
    kind         VARCHAR(16) NOT NULL,
    amount       BIGINT      NOT NULL,
    PRIMARY KEY (posting_seq, line_no)
);

-- The canonical line of a posting, as hashed and shipped.
CREATE TABLE audit_entry (
    posting_seq  BIGINT     NOT NULL PRIMARY KEY,
    body         MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL
);

-- Dense numbers in the order postings were found committed; each hash covers the one before.
CREATE TABLE seal (
    number       BIGINT      NOT NULL PRIMARY KEY,
    posting_seq  BIGINT      NOT NULL UNIQUE,
    hash         BINARY(32)  NOT NULL COMMENT 'SHA-256(previous hash, body)',
    sealed_at    DATETIME(6) NOT NULL
);

-- ---------------------------------------------------------------------------------------------------------------
-- Projections and queues: may be deleted and rebuilt from the rows above.

CREATE TABLE to_seal (
    posting_seq  BIGINT NOT NULL PRIMARY KEY
);

CREATE TABLE cost_pool (
    id              BIGINT         NOT NULL PRIMARY KEY,
    item_id         BIGINT         NOT NULL,
    location_id     BIGINT         NOT NULL COMMENT '0 where the pool is the whole company',
    on_hand         BIGINT         NOT NULL DEFAULT 0,
    value           BIGINT         NOT NULL DEFAULT 0,
    ordinal         BIGINT         NOT NULL DEFAULT 0 COMMENT 'of the last movement',
    last_date       DATE           NULL COMMENT 'latest business date posted',
    last_unit_cost  DECIMAL(20, 6) NULL,
    UNIQUE KEY cost_pool_item (item_id, location_id)
);

CREATE TABLE cost_layer (
    pool_id        BIGINT NOT NULL,
    ordinal        BIGINT NOT NULL COMMENT 'of the movement that brought it; 0 for an average',
    slice          INT    NOT NULL COMMENT 'a transfer brings several layers with one movement',
    business_date  DATE   NOT NULL,
    movement_id    BIGINT NOT NULL COMMENT 'where it came from; 0 for an average',
    quantity       BIGINT NOT NULL COMMENT 'millionths left',
    value          BIGINT NOT NULL COMMENT 'minor units left',
    PRIMARY KEY (pool_id, ordinal, slice)
);

CREATE TABLE stock_balance (
    item_id      BIGINT NOT NULL,
    location_id  BIGINT NOT NULL,
    on_hand      BIGINT NOT NULL,
    PRIMARY KEY (item_id, location_id)
);

CREATE TABLE account (
    code  VARCHAR(16)  NOT NULL PRIMARY KEY,
    name  VARCHAR(80)  NOT NULL,
    kind  VARCHAR(10)  NOT NULL CHECK (kind IN ('ASSET', 'LIABILITY', 'EQUITY', 'INCOME', 'EXPENSE'))
);

-- Which account plays a role; category 0 is the rule for all that have none of their own.
CREATE TABLE account_mapping (
    role          VARCHAR(24) NOT NULL,
    category_id   BIGINT      NOT NULL,
    account_code  VARCHAR(16) NOT NULL,
    PRIMARY KEY (role, category_id)
);

INSERT INTO account VALUES
    ('1000', 'Cash', 'ASSET'), ('1100', 'Trade receivables', 'ASSET'), ('1200', 'Inventory', 'ASSET'),
    ('2000', 'Goods received not invoiced', 'LIABILITY'), ('2200', 'Sales tax payable', 'LIABILITY'),
    ('3000', 'Opening balance equity', 'EQUITY'),
    ('4000', 'Sales', 'INCOME'), ('4100', 'Sales discounts', 'INCOME'),
    ('5000', 'Cost of sales', 'EXPENSE'), ('5100', 'Purchase price variance', 'EXPENSE'),
    ('5200', 'Shrinkage and scrap', 'EXPENSE'), ('5300', 'Goods used', 'EXPENSE');

INSERT INTO account_mapping VALUES
    ('CASH', 0, '1000'), ('RECEIVABLE', 0, '1100'), ('INVENTORY', 0, '1200'), ('RECEIVED_NOT_INVOICED', 0, '2000'),
    ('TAX', 0, '2200'), ('OPENING_EQUITY', 0, '3000'), ('REVENUE', 0, '4000'), ('DISCOUNT', 0, '4100'),
    ('COST_OF_SALES', 0, '5000'), ('PURCHASE_VARIANCE', 0, '5100'), ('SHRINKAGE', 0, '5200'), ('GOODS_USED', 0, '5300');
