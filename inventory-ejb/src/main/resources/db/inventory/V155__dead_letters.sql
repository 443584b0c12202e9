-- How often a decision on a message failed. A failure that cannot be written down, as the database is away, does not count.
CREATE TABLE failed_delivery (
    message    VARCHAR(64)  NOT NULL PRIMARY KEY,
    tries      INT          NOT NULL,
    reason     VARCHAR(500) NOT NULL COMMENT 'of the last try',
    failed_at  DATETIME(6)  NOT NULL COMMENT 'UTC'
);

-- What people did with dead letters, and what these said.
CREATE TABLE letter_act (
    id       BIGINT        NOT NULL PRIMARY KEY,
    at       DATETIME(6)   NOT NULL COMMENT 'UTC',
    actor    VARCHAR(64)   NOT NULL,
    act      VARCHAR(10)   NOT NULL CHECK (act IN ('REPLAYED', 'DISCARDED')),
    queue    VARCHAR(32)   NOT NULL,
    message  VARCHAR(64)   NOT NULL,
    body     VARCHAR(4000) NOT NULL,
    reason   VARCHAR(500)  NOT NULL COMMENT 'why it was put aside',
    why      VARCHAR(200)  NULL COMMENT 'why it was discarded'
);
