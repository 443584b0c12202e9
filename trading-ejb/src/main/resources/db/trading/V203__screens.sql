-- One condition asked of many instruments as of a day. Each save is a new version; what a run asked stays as it was.

CREATE TABLE screen_version (
    name      VARCHAR(64)   NOT NULL,
    version   INT           NOT NULL COMMENT 'from 1',
    asked     MEDIUMTEXT    NOT NULL COMMENT 'JSON: condition, parameters, rank, columns, instruments',
    nightly   BOOLEAN       NOT NULL COMMENT 'of the latest version: asked each night',
    note      VARCHAR(200)  NULL COMMENT 'why',
    saved_at  DATETIME(6)   NOT NULL COMMENT 'UTC',
    saved_by  VARCHAR(64)   NOT NULL,
    PRIMARY KEY (name, version)
);

CREATE TABLE screen_run (
    number      BIGINT       NOT NULL PRIMARY KEY,
    id          BINARY(16)   NOT NULL UNIQUE COMMENT 'chosen by the client',
    name        VARCHAR(64)  NOT NULL,
    version     INT          NOT NULL,
    day         DATE         NULL COMMENT 'as of it; NULL for the last one with bars',
    nightly     BOOLEAN      NOT NULL COMMENT 'asked by itself',
    job_id      BIGINT       NOT NULL,
    created_at  DATETIME(6)  NOT NULL COMMENT 'UTC',
    created_by  VARCHAR(64)  NOT NULL,
    KEY screen_run_name (name, number)
);

-- Written once, with all its answers.
CREATE TABLE screen_result (
    run          BIGINT       NOT NULL PRIMARY KEY,
    day          DATE         NOT NULL,
    data_hash    CHAR(64)     NOT NULL COMMENT 'SHA-256 of all bars that were read: the version of the data',
    result_hash  CHAR(64)     NOT NULL COMMENT 'SHA-256 of the question, the data and all answers',
    summary      MEDIUMTEXT   NOT NULL COMMENT 'JSON',
    finished_at  DATETIME(6)  NOT NULL COMMENT 'UTC'
);

CREATE TABLE screen_answer (
    run          BIGINT        NOT NULL,
    number       INT           NOT NULL COMMENT 'from 1: those that passed by rank, then the others by symbol',
    symbol       VARCHAR(32)   NOT NULL,
    outcome      VARCHAR(10)   NOT NULL CHECK (outcome IN ('PASSED', 'FAILED', 'NOT_JUDGED')),
    reason       VARCHAR(20)   NULL COMMENT 'why it was not judged',
    ranked       DOUBLE        NULL COMMENT 'by which it is ranked; NULL where undefined',
    figures      TEXT          NOT NULL COMMENT 'JSON: one number a column',
    bars         INT           NOT NULL COMMENT 'up to the day',
    last_day     DATE          NULL,
    year_true    INT           NOT NULL COMMENT 'bars of the year at which the condition was true',
    year_judged  INT           NOT NULL COMMENT 'bars of the year at which it was defined',
    data_hash    CHAR(64)      NOT NULL,
    PRIMARY KEY (run, number),
    UNIQUE KEY screen_answer_symbol (run, symbol)
);
