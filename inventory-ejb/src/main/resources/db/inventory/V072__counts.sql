-- Stock counts. What was counted and what came of it is written once; a count and its lines say where it stands.

CREATE TABLE stock_count (
    id            BINARY(16)   NOT NULL PRIMARY KEY COMMENT 'chosen by the client',
    number        VARCHAR(20)  NOT NULL UNIQUE,
    location_id   BIGINT       NOT NULL,
    scope         VARCHAR(80)  NOT NULL COMMENT 'what its list was made of, in words',
    note          VARCHAR(200) NULL,
    status        VARCHAR(10)  NOT NULL CHECK (status IN ('OPEN', 'RECOUNT', 'SUBMITTED', 'POSTED', 'CANCELLED')),
    round         INT          NOT NULL DEFAULT 1 COMMENT '2 and more: some lines are counted again',
    made_by       VARCHAR(64)  NOT NULL,
    made_at       DATETIME(6)  NOT NULL,
    submitted_by  VARCHAR(64)  NULL,
    submitted_at  DATETIME(6)  NULL,
    closed_by     VARCHAR(64)  NULL COMMENT 'who approved or cancelled it',
    closed_at     DATETIME(6)  NULL,
    counted_on    DATE         NULL COMMENT 'day of its last line, once posted',
    posting_id    BINARY(16)   NULL,
    version       INT          NOT NULL DEFAULT 0,
    KEY stock_count_status (status, number),
    KEY stock_count_day (counted_on)
);

-- An item to be counted, and the count of it that stands: its last.
CREATE TABLE stock_count_line (
    count_id     BINARY(16)  NOT NULL,
    line_no      INT         NOT NULL,
    item_id      BIGINT      NOT NULL,
    listed       BOOLEAN     NOT NULL COMMENT 'false: not on the list, found on the shelf',
    ask_round    INT         NOT NULL DEFAULT 1 COMMENT 'the round in which it is to be counted',
    counted      BIGINT      NULL COMMENT 'millionths; null: not counted, which is not zero',
    round        INT         NULL COMMENT 'in which it was counted',
    counted_at   DATETIME(6) NULL COMMENT 'UTC, when the shelf held this',
    counted_on   DATE        NULL COMMENT 'the day of the company this was',
    counted_by   VARCHAR(64) NULL,
    PRIMARY KEY (count_id, line_no),
    UNIQUE KEY stock_count_line_item (count_id, item_id),
    KEY stock_count_line_of (item_id)
);

-- Every count of every line, also those that no longer stand.
CREATE TABLE stock_count_entry (
    id          BIGINT      NOT NULL PRIMARY KEY,
    count_id    BINARY(16)  NOT NULL,
    item_id     BIGINT      NOT NULL,
    round       INT         NOT NULL,
    entered     BIGINT      NOT NULL COMMENT 'millionths, as scanned or typed',
    quantity    BIGINT      NOT NULL COMMENT 'what is counted of it in this round after that',
    counted_at  DATETIME(6) NOT NULL,
    counted_by  VARCHAR(64) NOT NULL,
    entered_at  DATETIME(6) NOT NULL,
    KEY stock_count_entry_line (count_id, item_id, id)
);

-- What was approved, with the movement that posted it.
CREATE TABLE stock_count_result (
    movement_id  BIGINT      NOT NULL PRIMARY KEY,
    posting_seq  BIGINT      NOT NULL,
    count_id     BINARY(16)  NOT NULL,
    line_no      INT         NOT NULL,
    item_id      BIGINT      NOT NULL,
    location_id  BIGINT      NOT NULL,
    counted_on   DATE        NOT NULL,
    expected     BIGINT      NOT NULL COMMENT 'millionths in the book at the time of the line',
    counted      BIGINT      NOT NULL,
    book_worth   BIGINT      NOT NULL COMMENT 'minor units: what the book held of it',
    worth        BIGINT      NOT NULL COMMENT 'minor units of the difference, negative for what is missing',
    reason       VARCHAR(12) NULL CHECK (reason IN ('THEFT', 'DAMAGE', 'DATA_ERROR', 'EXPIRED', 'FOUND', 'OTHER')),
    KEY stock_count_result_line (count_id, line_no),
    KEY stock_count_result_item (item_id, location_id, counted_on),
    KEY stock_count_result_day (counted_on)
);

-- The last number given in a year: CNT-2026-000123 is the 123rd of 2026.
CREATE TABLE stock_count_series (
    year  INT NOT NULL PRIMARY KEY,
    last  INT NOT NULL
);

-- The numbers counting goes by: one row.
CREATE TABLE stock_count_policy (
    id               TINYINT        NOT NULL PRIMARY KEY CHECK (id = 1),
    usage_days       INT            NOT NULL COMMENT 'days of usage looked at for the classes' CHECK (usage_days BETWEEN 1 AND 3660),
    share_a          DECIMAL(7, 6)  NOT NULL COMMENT 'of the value of all usage, for the first class' CHECK (share_a > 0 AND share_a < share_b),
    share_b          DECIMAL(7, 6)  NOT NULL COMMENT 'for the first and second class together' CHECK (share_b < 1),
    days_a           INT            NOT NULL COMMENT 'between two counts' CHECK (days_a BETWEEN 1 AND 3660),
    days_b           INT            NOT NULL CHECK (days_b BETWEEN 1 AND 3660),
    days_c           INT            NOT NULL CHECK (days_c BETWEEN 1 AND 3660),
    recount_share    DECIMAL(7, 6)  NOT NULL COMMENT 'difference as a share of the book above which a line is counted again' CHECK (recount_share BETWEEN 0 AND 1),
    recount_value    DECIMAL(20, 6) NOT NULL COMMENT 'the same, by its value in major units' CHECK (recount_value >= 0),
    version          INT            NOT NULL DEFAULT 0
);
INSERT INTO stock_count_policy VALUES (1, 365, 0.80, 0.95, 30, 90, 365, 0.05, 50.00, 0);

-- What class an item is of, as last worked out.
CREATE TABLE stock_count_class (
    item_id      BIGINT     NOT NULL PRIMARY KEY,
    class        CHAR(1)    NOT NULL CHECK (class IN ('A', 'B', 'C')),
    usage_value  BIGINT     NOT NULL COMMENT 'minor units that left in the days looked at, at cost',
    worked_out   DATE       NOT NULL
);
