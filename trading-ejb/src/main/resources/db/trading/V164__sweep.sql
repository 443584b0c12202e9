-- Many numbers for one strategy, tried up to a day and looked at after it.

CREATE TABLE sweep (
    number       BIGINT       NOT NULL PRIMARY KEY,
    id           BINARY(16)   NOT NULL UNIQUE COMMENT 'chosen by the client',
    symbol       VARCHAR(32)  NOT NULL,
    asked        MEDIUMTEXT   NOT NULL COMMENT 'JSON: strategy, axes, search, days, money and costs',
    job_id       BIGINT       NOT NULL,
    created_at   DATETIME(6)  NOT NULL COMMENT 'UTC',
    created_by   VARCHAR(64)  NOT NULL
);

-- Rows by columns, written once each; the first that is missing is where the sweep goes on.
CREATE TABLE sweep_chunk (
    sweep    BIGINT      NOT NULL,
    chunk    INT         NOT NULL COMMENT 'from 0',
    content  MEDIUMBLOB  NOT NULL COMMENT 'number of rows, then column after column, 4 or 8 bytes a number, big end first; deflated',
    PRIMARY KEY (sweep, chunk)
);

-- Written once when all chunks are there.
CREATE TABLE sweep_result (
    sweep        BIGINT       NOT NULL PRIMARY KEY,
    currency     CHAR(3)      NOT NULL COMMENT 'of the instrument',
    data_hash    CHAR(64)     NOT NULL COMMENT 'SHA-256 of all bars: the version of the data',
    result_hash  CHAR(64)     NOT NULL COMMENT 'SHA-256 of the question, the bars and all chunks',
    summary      MEDIUMTEXT   NOT NULL COMMENT 'JSON',
    finished_at  DATETIME(6)  NOT NULL COMMENT 'UTC'
);
