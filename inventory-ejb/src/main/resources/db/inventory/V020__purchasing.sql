-- What to order, what is ordered, what of it came. Quantities are millionths of the item's unit.

-- The numbers the company decides by: one row. Each lies in the range that ReplenishmentSettings states.
CREATE TABLE replenishment_policy (
    id                TINYINT        NOT NULL PRIMARY KEY CHECK (id = 1),
    window_days       INT            NOT NULL COMMENT 'days of demand looked at',
    at_least_days     INT            NOT NULL COMMENT 'a shorter history is read as this many',
    review_days       INT            NOT NULL COMMENT 'between two looks at an item',
    service_level     DECIMAL(7, 6)  NOT NULL COMMENT 'share of cycles without a stock-out',
    order_cost        DECIMAL(20, 6) NOT NULL COMMENT 'of one more order line, major units',
    holding_rate      DECIMAL(9, 6)  NOT NULL COMMENT 'share of the unit cost a year',
    least_cover_days  INT            NOT NULL,
    most_cover_days   INT            NOT NULL,
    lead_time_spread  DECIMAL(7, 6)  NOT NULL COMMENT 'deviation of a stated lead time, as a share of it',
    learn_from        INT            NOT NULL COMMENT 'receipts after which the lead time is learnt',
    lead_time_days    INT            NOT NULL COMMENT 'where an item has no supplier yet',
    quiet_days        INT            NOT NULL COMMENT 'nothing is proposed for so long after a buyer dismissed it',
    over_receipt      DECIMAL(7, 6)  NOT NULL COMMENT 'share of an order line that may come too much' CHECK (over_receipt BETWEEN 0 AND 1)
);
INSERT INTO replenishment_policy VALUES (1, 182, 14, 1, 0.95, 5.00, 0.25, 7, 90, 0.25, 5, 7, 7, 0.10);

-- Where an item differs from the rule at one location. The rule: a location carries what ever moved there.
CREATE TABLE replenishment_setting (
    item_id        BIGINT        NOT NULL,
    location_id    BIGINT        NOT NULL,
    carried        BOOLEAN       NULL,
    service_level  DECIMAL(7, 6) NULL CHECK (service_level > 0.5 AND service_level < 1),
    PRIMARY KEY (item_id, location_id)
);

-- What the policy would order and why. An open or edited one is live; an item has one live proposal a location at most.
CREATE TABLE proposal (
    id           BIGINT         NOT NULL PRIMARY KEY,
    item_id      BIGINT         NOT NULL,
    location_id  BIGINT         NOT NULL,
    supplier_id  BIGINT         NULL,
    status       VARCHAR(10)    NOT NULL CHECK (status IN ('OPEN', 'EDITED', 'CONFIRMED', 'DISMISSED', 'SUPERSEDED')),
    live         TINYINT        AS (IF(status IN ('OPEN', 'EDITED'), 1, NULL)) PERSISTENT,
    quantity     BIGINT         NOT NULL COMMENT 'to be ordered: as suggested, or as the buyer said',
    suggested    BIGINT         NOT NULL COMMENT 'by the policy; 0 where it would no longer order',
    unit_cost    DECIMAL(20, 6) NULL,
    reason       MEDIUMTEXT     NOT NULL COMMENT 'JSON: every number behind the suggestion',
    from_seal    BIGINT         NOT NULL COMMENT 'covers the sales sealed after this',
    to_seal      BIGINT         NOT NULL COMMENT 'up to and including this',
    made_at      DATETIME(6)    NOT NULL,
    decided_at   DATETIME(6)    NOT NULL COMMENT 'when the policy last looked',
    version      INT            NOT NULL DEFAULT 0 COMMENT 'counts what buyers did, not what the policy thought since',
    closed_at    DATETIME(6)    NULL,
    closed_by    VARCHAR(64)    NULL,
    note         VARCHAR(200)   NULL COMMENT 'why it was dismissed or withdrawn',
    quiet_until  DATE           NULL COMMENT 'of a dismissed one: nothing is proposed up to this day',
    order_id     BINARY(16)     NULL COMMENT 'the order it became',
    UNIQUE KEY proposal_live (item_id, location_id, live),
    KEY proposal_board (live, supplier_id, location_id),
    KEY proposal_quiet (item_id, quiet_until)
);

CREATE TABLE purchase_order (
    id           BINARY(16)   NOT NULL PRIMARY KEY COMMENT 'chosen by the client',
    number       VARCHAR(20)  NOT NULL UNIQUE,
    supplier_id  BIGINT       NOT NULL,
    location_id  BIGINT       NOT NULL COMMENT 'where the goods are to come',
    status       VARCHAR(10)  NOT NULL CHECK (status IN ('DRAFT', 'ORDERED', 'PARTIAL', 'RECEIVED', 'CANCELLED')),
    ordered_on   DATE         NULL,
    expected_on  DATE         NULL,
    note         VARCHAR(200) NULL,
    made_by      VARCHAR(64)  NOT NULL,
    made_at      DATETIME(6)  NOT NULL,
    version      INT          NOT NULL DEFAULT 0,
    KEY purchase_order_supplier (supplier_id, status),
    KEY purchase_order_status (status, number)
);

CREATE TABLE purchase_order_line (
    order_id     BINARY(16)     NOT NULL,
    line_no      INT            NOT NULL,
    item_id      BIGINT         NOT NULL,
    ordered      BIGINT         NOT NULL CHECK (ordered > 0),
    received     BIGINT         NOT NULL DEFAULT 0,
    unit_cost    DECIMAL(20, 6) NULL COMMENT 'agreed, major units; null: the receipt says',
    proposal_id  BIGINT         NULL,
    PRIMARY KEY (order_id, line_no),
    KEY purchase_order_line_item (item_id)
);

-- What came of an order line with a posting. Lead times are learnt from it, so it is written once.
CREATE TABLE purchase_order_receipt (
    movement_id  BIGINT     NOT NULL PRIMARY KEY,
    posting_seq  BIGINT     NOT NULL,
    order_id     BINARY(16) NOT NULL,
    line_no      INT        NOT NULL,
    quantity     BIGINT     NOT NULL,
    received_on  DATE       NOT NULL,
    KEY purchase_order_receipt_line (order_id, line_no),
    KEY purchase_order_receipt_posting (posting_seq)
);

-- The last number given in a year: PO-2026-000123 is the 123rd of 2026.
CREATE TABLE purchase_order_series (
    year  INT NOT NULL PRIMARY KEY,
    last  INT NOT NULL
);

ALTER TABLE item ADD CONSTRAINT item_service_level CHECK (service_level > 0.5 AND service_level < 1);
