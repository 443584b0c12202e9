-- Valuation books beside the statutory one: the same movements by another costing. All but the first table can be worked out anew.
CREATE TABLE valuation_book (
    id              BIGINT       NOT NULL PRIMARY KEY,
    code            VARCHAR(16)  NOT NULL UNIQUE,
    name            VARCHAR(200) NOT NULL,
    costing         VARCHAR(8)   NOT NULL,
    average_period  VARCHAR(8)   NOT NULL,
    late_cost       VARCHAR(16)  NOT NULL,
    made_by         VARCHAR(64)  NOT NULL,
    made_at         DATETIME(6)  NOT NULL COMMENT 'UTC',
    valued_at       DATETIME(6)  NULL COMMENT 'UTC, when all items were last looked through'
);

CREATE TABLE valuation_book_item (
    book_id    BIGINT       NOT NULL,
    item_id    BIGINT       NOT NULL,
    movements  BIGINT       NOT NULL COMMENT 'how many the item had when it was valued',
    entries    BIGINT       NOT NULL COMMENT 'and how many value entries',
    fault      VARCHAR(400) NULL COMMENT 'why the statutory amounts stand in it',
    PRIMARY KEY (book_id, item_id)
);

CREATE TABLE valuation_book_entry (
    book_id        BIGINT      NOT NULL,
    item_id        BIGINT      NOT NULL,
    location_id    BIGINT      NOT NULL,
    business_date  DATE        NOT NULL,
    movement_id    BIGINT      NOT NULL,
    amount         BIGINT      NOT NULL COMMENT 'minor units, positive into stock',
    difference     BIGINT      NOT NULL COMMENT 'to the statutory amount of the movement on that day',
    against_code   VARCHAR(16) NULL COMMENT 'the account that takes the difference; null where it is another movement',
    PRIMARY KEY (book_id, item_id, location_id, business_date, movement_id)
);
