-- Stock that is promised to somebody. It is no value and in no journal: the book does not know of it, a posting only asks it.

-- One row. REFUSE: what is reserved cannot be sold to another; WARN: it is sold, and shows where promises can no longer be kept.
CREATE TABLE promise_policy (
    id             TINYINT    NOT NULL PRIMARY KEY CHECK (id = 1),
    sell_reserved  VARCHAR(6) NOT NULL CHECK (sell_reserved IN ('REFUSE', 'WARN')),
    version        INT        NOT NULL DEFAULT 0
);
INSERT INTO promise_policy VALUES (1, 'REFUSE', 0);

CREATE TABLE reservation (
    id           BINARY(16)   NOT NULL PRIMARY KEY COMMENT 'chosen by the client',
    number       VARCHAR(20)  NOT NULL UNIQUE,
    customer_id  BIGINT       NULL,
    reference    VARCHAR(64)  NULL COMMENT 'the customer''s own document',
    note         VARCHAR(200) NULL,
    wanted_on    DATE         NOT NULL,
    expires_at   DATETIME(6)  NULL COMMENT 'UTC; what is not taken until then is free again',
    priority     TINYINT      NOT NULL COMMENT 'of those who wait for the same goods, 1 first' CHECK (priority BETWEEN 1 AND 9),
    status       VARCHAR(10)  NOT NULL CHECK (status IN ('OPEN', 'FULFILLED', 'RELEASED', 'EXPIRED')),
    made_by      VARCHAR(64)  NOT NULL,
    made_at      DATETIME(6)  NOT NULL,
    KEY reservation_status (status, number),
    KEY reservation_expiry (status, expires_at),
    KEY reservation_customer (customer_id)
);

CREATE TABLE reservation_line (
    reservation_id  BINARY(16) NOT NULL,
    line_no         INT        NOT NULL,
    item_id         BIGINT     NOT NULL,
    location_id     BIGINT     NOT NULL,
    quantity        BIGINT     NOT NULL CHECK (quantity > 0),
    held            BIGINT     NOT NULL COMMENT 'of what is on hand' CHECK (held >= 0),
    awaited         BIGINT     NOT NULL COMMENT 'of what is on order' CHECK (awaited >= 0),
    fulfilled       BIGINT     NOT NULL DEFAULT 0,
    PRIMARY KEY (reservation_id, line_no),
    KEY reservation_line_item (item_id, location_id)
);

-- Only added to: the sums of its changes are what lines and stock_reserved hold.
CREATE TABLE reservation_event (
    id              BIGINT       NOT NULL PRIMARY KEY,
    reservation_id  BINARY(16)   NOT NULL,
    line_no         INT          NOT NULL,
    kind            VARCHAR(10)  NOT NULL CHECK (kind IN ('RESERVED', 'ARRIVED', 'FULFILLED', 'RELEASED', 'EXPIRED')),
    held            BIGINT       NOT NULL COMMENT 'change, millionths',
    awaited         BIGINT       NOT NULL COMMENT 'change, millionths',
    at              DATETIME(6)  NOT NULL,
    actor           VARCHAR(64)  NOT NULL,
    posting_seq     BIGINT       NULL COMMENT 'of the sale',
    reason          VARCHAR(200) NULL,
    KEY reservation_event_line (reservation_id, line_no),
    KEY reservation_event_posting (posting_seq)
);

-- A projection, under the lock of the cost pool.
CREATE TABLE stock_reserved (
    item_id      BIGINT NOT NULL,
    location_id  BIGINT NOT NULL,
    held         BIGINT NOT NULL,
    awaited      BIGINT NOT NULL,
    PRIMARY KEY (item_id, location_id)
);

CREATE TABLE reservation_series (
    year  INT NOT NULL PRIMARY KEY,
    last  INT NOT NULL
);
