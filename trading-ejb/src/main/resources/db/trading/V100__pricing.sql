-- What an item costs to buy from us, by which rule, and every price it ever had. Prices are major units of the company's
-- currency for one stock unit, without tax.

CREATE TABLE price_rule (
    id                BIGINT         NOT NULL PRIMARY KEY,
    name              VARCHAR(80)    NOT NULL,
    scope             VARCHAR(10)    NOT NULL CHECK (scope IN ('ITEM', 'CATEGORY', 'ALL')),
    target_id         BIGINT         NOT NULL COMMENT 'the item or category; 0 for all',
    margin            DECIMAL(9, 6)  NOT NULL COMMENT 'floor: share on top of the unit cost',
    least_price       DECIMAL(20, 6) NULL COMMENT 'floor',
    most_price        DECIMAL(20, 6) NULL COMMENT 'ceiling',
    most_ratio        DECIMAL(9, 6)  NULL COMMENT 'ceiling: multiple of the base price',
    step_up           DECIMAL(9, 6)  NOT NULL COMMENT 'share of the price, in one change',
    step_down         DECIMAL(9, 6)  NOT NULL,
    least_change      DECIMAL(9, 6)  NOT NULL COMMENT 'a smaller change is not made',
    gap_minutes       INT            NOT NULL COMMENT 'least time between two changes',
    changes_a_day     INT            NOT NULL,
    ending_increment  DECIMAL(20, 6) NOT NULL COMMENT 'prices are ending_offset and a whole number of these',
    ending_offset     DECIMAL(20, 6) NOT NULL,
    cover_least_days  DECIMAL(9, 3)  NOT NULL COMMENT 'less cover raises the price',
    cover_most_days   DECIMAL(9, 3)  NOT NULL COMMENT 'more cover lowers it',
    elasticity        DECIMAL(9, 6)  NOT NULL COMMENT 'percent of demand lost for one percent of price',
    history_days      INT            NOT NULL COMMENT 'of demand, before it is believed',
    cost_age_days     INT            NOT NULL COMMENT 'an older cost is stale',
    mode              VARCHAR(10)    NOT NULL CHECK (mode IN ('PROPOSE', 'AUTOMATIC')),
    active            BOOLEAN        NOT NULL DEFAULT TRUE,
    version           INT            NOT NULL DEFAULT 0,
    UNIQUE KEY price_rule_scope (scope, target_id)
);

-- The house rule proposes and changes nothing by itself: never below cost and a tenth, five percent a step, twice a day.
INSERT INTO price_rule VALUES (1, 'House rule', 'ALL', 0, 0.10, NULL, NULL, 1.5, 0.05, 0.05, 0.01, 240, 2, 0.01, 0, 14, 60, 2, 14, 365,
    'PROPOSE', TRUE, 0);

-- The price in force: the last row of its history. An item without a row has no price of its own.
CREATE TABLE price_book (
    item_id     BIGINT         NOT NULL PRIMARY KEY,
    base_price  DECIMAL(20, 6) NOT NULL COMMENT 'list price, set by a person',
    price       DECIMAL(20, 6) NOT NULL,
    entry_id    BIGINT         NOT NULL COMMENT 'row of price_history that set it',
    since       DATETIME(6)    NOT NULL
);

-- Written once; the application may not change it.
CREATE TABLE price_history (
    id            BIGINT         NOT NULL PRIMARY KEY,
    item_id       BIGINT         NOT NULL,
    cause         VARCHAR(10)    NOT NULL CHECK (cause IN ('BASE', 'PROPOSAL', 'OVERRIDE', 'ROLLBACK')),
    price_before  DECIMAL(20, 6) NULL COMMENT 'null for the first',
    price         DECIMAL(20, 6) NOT NULL,
    base_price    DECIMAL(20, 6) NOT NULL,
    from_at       DATETIME(6)    NOT NULL COMMENT 'UTC',
    actor         VARCHAR(64)    NOT NULL,
    reason        MEDIUMTEXT     NOT NULL COMMENT 'JSON: every number behind it, or what the person said',
    batch_id      BIGINT         NULL,
    proposal_id   BIGINT         NULL,
    reverses_id   BIGINT         NULL COMMENT 'the row it takes back',
    KEY price_history_item (item_id, id),
    KEY price_history_batch (batch_id),
    UNIQUE KEY price_history_reverses (reverses_id)
);

-- Prices that changed together. Written once.
CREATE TABLE price_batch (
    id              BIGINT       NOT NULL PRIMARY KEY,
    document        BINARY(16)   NULL UNIQUE COMMENT 'chosen by the client; null where a rule acted',
    kind            VARCHAR(10)  NOT NULL CHECK (kind IN ('APPROVAL', 'AUTOMATIC', 'ROLLBACK')),
    actor           VARCHAR(64)  NOT NULL,
    note            VARCHAR(200) NULL,
    changes         INT          NOT NULL,
    conflicts       MEDIUMTEXT   NULL COMMENT 'JSON: what a rollback had to leave',
    rolls_back_id   BIGINT       NULL UNIQUE,
    made_at         DATETIME(6)  NOT NULL
);

CREATE TABLE price_proposal (
    id            BIGINT         NOT NULL PRIMARY KEY,
    item_id       BIGINT         NOT NULL,
    status        VARCHAR(12)    NOT NULL CHECK (status IN ('OPEN', 'APPLIED', 'REJECTED', 'SUPERSEDED', 'ROLLED_BACK')),
    open          TINYINT        AS (IF(status = 'OPEN', 1, NULL)) PERSISTENT,
    price_before  DECIMAL(20, 6) NOT NULL,
    price         DECIMAL(20, 6) NOT NULL,
    unit_cost     DECIMAL(20, 6) NOT NULL,
    per_day       DOUBLE         NOT NULL COMMENT 'units a day',
    reason        MEDIUMTEXT     NOT NULL COMMENT 'JSON: every number behind it',
    rule_id       BIGINT         NOT NULL,
    seal          BIGINT         NOT NULL COMMENT 'covers the sales up to and including this',
    made_at       DATETIME(6)    NOT NULL,
    batch_id      BIGINT         NULL,
    closed_at     DATETIME(6)    NULL,
    closed_by     VARCHAR(64)    NULL,
    note          VARCHAR(200)   NULL,
    UNIQUE KEY price_proposal_open (item_id, open),
    KEY price_proposal_board (status, id)
);

-- How the last look at an item ended: what keeps a price where it is, or what a person must mend.
CREATE TABLE price_look (
    item_id    BIGINT       NOT NULL PRIMARY KEY,
    seal       BIGINT       NOT NULL,
    verdict    VARCHAR(20)  NOT NULL,
    kind       VARCHAR(8)   NOT NULL CHECK (kind IN ('CHANGE', 'KEEP', 'REFUSED')),
    reason     MEDIUMTEXT   NOT NULL COMMENT 'JSON',
    looked_at  DATETIME(6)  NOT NULL,
    KEY price_look_kind (kind, item_id)
);
