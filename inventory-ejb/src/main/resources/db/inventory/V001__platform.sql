-- What every feature stands on: the company, ids, once-only keys, outbox, inbox, leases.

CREATE SEQUENCE entrepot_id START WITH 1000 INCREMENT BY 1000 CACHE 100;

CREATE TABLE company (
    id             TINYINT      NOT NULL PRIMARY KEY CHECK (id = 1),
    name           VARCHAR(120) NOT NULL,
    currency       CHAR(3)      NOT NULL,
    zone           VARCHAR(64)  NOT NULL,
    costing_scope  VARCHAR(10)  NOT NULL CHECK (costing_scope IN ('LOCATION', 'COMPANY')),
    demo           BOOLEAN      NOT NULL
);
INSERT INTO company VALUES (1, '${company}', '${currency}', '${zone}', 'LOCATION', FALSE);

-- A key claimed by a client. The row commits with what the key stands for, so both exist or neither.
CREATE TABLE idempotency (
    id           BINARY(16) NOT NULL PRIMARY KEY,
    fingerprint  BINARY(32) NOT NULL COMMENT 'SHA-256 of the request as understood',
    posting_seq  BIGINT     NULL,
    answer       MEDIUMTEXT NULL COMMENT 'JSON, where the answer cannot be read from the ledger',
    created_at   DATETIME(6) NOT NULL
);

-- What a committed posting still has to tell. Deleted once the queue has it.
CREATE TABLE outbox (
    id           BIGINT      NOT NULL PRIMARY KEY,
    topic        VARCHAR(32) NOT NULL,
    posting_seq  BIGINT      NOT NULL,
    created_at   DATETIME(6) NOT NULL
);

-- How far a consumer has decided for an item: the last seal covered.
CREATE TABLE inbox_mark (
    consumer    VARCHAR(32) NOT NULL,
    item_id     BIGINT      NOT NULL,
    seal        BIGINT      NOT NULL,
    duplicates  BIGINT      NOT NULL DEFAULT 0 COMMENT 'messages that came again and had no effect',
    PRIMARY KEY (consumer, item_id)
);

-- One row a decision: it covers the seals after from_seal up to and including to_seal.
CREATE TABLE decision (
    id          BIGINT       NOT NULL PRIMARY KEY,
    consumer    VARCHAR(32)  NOT NULL,
    item_id     BIGINT       NOT NULL,
    from_seal   BIGINT       NOT NULL,
    to_seal     BIGINT       NOT NULL,
    decided_at  DATETIME(6)  NOT NULL,
    UNIQUE KEY decision_from (consumer, item_id, from_seal)
);

-- Which node does what may be done by only one.
CREATE TABLE lease (
    name   VARCHAR(64)  NOT NULL PRIMARY KEY,
    owner  VARCHAR(64)  NOT NULL,
    until  DATETIME(6)  NOT NULL
);
