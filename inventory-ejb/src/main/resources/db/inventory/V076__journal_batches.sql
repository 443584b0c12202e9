-- The journal in numbered parts for another bookkeeping: what was sealed after one batch up to the end of the next.
-- A batch is made of sealed postings, which never change, and keeps the chart of accounts as it was, so its file is the
-- same for ever.

CREATE TABLE journal_batch (
    number      BIGINT      NOT NULL PRIMARY KEY,
    id          BINARY(16)  NOT NULL UNIQUE COMMENT 'chosen by the client',
    first_seal  BIGINT      NOT NULL UNIQUE,
    last_seal   BIGINT      NOT NULL UNIQUE,
    first_day   DATE        NOT NULL COMMENT 'of its lines',
    last_day    DATE        NOT NULL,
    postings    BIGINT      NOT NULL,
    line_count  BIGINT      NOT NULL,
    debits      BIGINT      NOT NULL COMMENT 'minor units; the credits are as much',
    made_at     DATETIME(6) NOT NULL COMMENT 'UTC',
    made_by     VARCHAR(64) NOT NULL
);

CREATE TABLE journal_batch_account (
    batch_number  BIGINT      NOT NULL,
    code          VARCHAR(16) NOT NULL,
    name          VARCHAR(80) NOT NULL,
    kind          VARCHAR(10) NOT NULL,
    fresh         BOOLEAN     NOT NULL COMMENT 'no batch before has it',
    PRIMARY KEY (batch_number, code)
);
