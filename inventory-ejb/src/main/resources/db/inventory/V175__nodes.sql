-- The servers that work with this book: one row each, written anew at each of its starts.

CREATE TABLE node (
    name          VARCHAR(64)   NOT NULL PRIMARY KEY COMMENT 'the same at each start',
    run           VARCHAR(64)   NOT NULL UNIQUE COMMENT 'of this start alone: who holds leases, jobs and chunks',
    url           VARCHAR(255)  NOT NULL,
    machine       VARCHAR(255)  NOT NULL,
    message_port  INT           NOT NULL COMMENT 'of its queues, on loopback of the machine',
    started_at    DATETIME(6)   NOT NULL COMMENT 'UTC',
    seen_at       DATETIME(6)   NOT NULL COMMENT 'UTC, every two seconds',
    left_at       DATETIME(6)   NULL COMMENT 'UTC, where it stopped in order'
);
