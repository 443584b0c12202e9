-- What was traded at which price: instruments, their raw bars, splits and dividends, and what was kept out of the series.
-- A moment of a bar is a BIGINT of milliseconds UTC and a price a DOUBLE, since they are read by the million into arrays.

CREATE TABLE instrument (
    id          BIGINT         NOT NULL PRIMARY KEY,
    symbol      VARCHAR(32)    NOT NULL UNIQUE,
    name        VARCHAR(120)   NOT NULL,
    kind        VARCHAR(12)    NOT NULL CHECK (kind IN ('EQUITY', 'COMMODITY', 'FX', 'CRYPTO', 'OTHER')),
    currency    CHAR(3)        NOT NULL,
    tick_size   DECIMAL(20, 10) NOT NULL,
    below_zero  BOOLEAN        NOT NULL COMMENT 'whether a price may be zero or less',
    version     INT            NOT NULL DEFAULT 0,
    created_at  DATETIME(6)    NOT NULL,
    created_by  VARCHAR(64)    NOT NULL
);

-- The bars of one instrument at one step. The figures are counted anew whenever its bars change.
CREATE TABLE bar_series (
    id             BIGINT      NOT NULL PRIMARY KEY,
    instrument_id  BIGINT      NOT NULL,
    step           VARCHAR(6)  NOT NULL CHECK (step IN ('DAY', 'MINUTE')),
    bars           BIGINT      NOT NULL DEFAULT 0,
    first_time     BIGINT      NULL,
    last_time      BIGINT      NULL,
    gaps           INT         NOT NULL DEFAULT 0,
    UNIQUE KEY bar_series_step (instrument_id, step)
);

-- Raw: as traded, before any split or dividend. A bar that is replaced stays in bar_quarantine.
CREATE TABLE bar (
    series_id  BIGINT  NOT NULL,
    time       BIGINT  NOT NULL COMMENT 'milliseconds of the epoch, UTC: its end, or 00:00 of the trading day',
    open       DOUBLE  NOT NULL,
    high       DOUBLE  NOT NULL,
    low        DOUBLE  NOT NULL,
    close      DOUBLE  NOT NULL,
    volume     DOUBLE  NOT NULL,
    import_id  BIGINT  NOT NULL,
    PRIMARY KEY (series_id, time)
);

-- Between two bars that follow each other with too long a pause.
CREATE TABLE bar_gap (
    series_id    BIGINT  NOT NULL,
    after_time   BIGINT  NOT NULL,
    before_time  BIGINT  NOT NULL,
    PRIMARY KEY (series_id, after_time)
);

-- Rows of files that are not in the series, until a person says otherwise.
CREATE TABLE bar_quarantine (
    id          BIGINT        NOT NULL PRIMARY KEY,
    series_id   BIGINT        NOT NULL,
    time        BIGINT        NULL COMMENT 'null where the row could not be read, as are the prices',
    open        DOUBLE        NULL,
    high        DOUBLE        NULL,
    low         DOUBLE        NULL,
    close       DOUBLE        NULL,
    volume      DOUBLE        NULL,
    reason      VARCHAR(16)   NOT NULL
                CHECK (reason IN ('UNREADABLE', 'DUPLICATE', 'CONFLICT', 'CONTRADICTORY', 'FORBIDDEN_PRICE', 'JUMP', 'REPLACED')),
    detail      VARCHAR(300)  NOT NULL,
    line        BIGINT        NOT NULL COMMENT 'of its file; 0 for a bar that was replaced',
    row_text    VARCHAR(300)  NOT NULL,
    import_id   BIGINT        NOT NULL,
    status      VARCHAR(10)   NOT NULL CHECK (status IN ('HELD', 'RELEASED')),
    held_at     DATETIME(6)   NOT NULL,
    decided_at  DATETIME(6)   NULL,
    decided_by  VARCHAR(64)   NULL,
    note        VARCHAR(200)  NULL,
    KEY bar_quarantine_status (series_id, status, id),
    KEY bar_quarantine_time (series_id, time)
);

-- What a split or a dividend does to a price overnight. Written once.
CREATE TABLE corporate_action (
    instrument_id   BIGINT       NOT NULL,
    last_day        DATE         NOT NULL COMMENT 'the last day without it; it is known the day after',
    dividend_ratio  DOUBLE       NOT NULL COMMENT 'share of the price that is left; 1 for none',
    split_ratio     DOUBLE       NOT NULL COMMENT 'old shares for a new one; 1 for none',
    close           DOUBLE       NULL COMMENT 'raw close of the last day, as the source had it',
    import_id       BIGINT       NOT NULL,
    PRIMARY KEY (instrument_id, last_day)
);

-- Who brought which file in. Written once.
CREATE TABLE market_import (
    id             BIGINT        NOT NULL PRIMARY KEY,
    instrument_id  BIGINT        NOT NULL,
    kind           VARCHAR(8)    NOT NULL CHECK (kind IN ('BARS', 'FACTORS')),
    step           VARCHAR(6)    NULL,
    file_name      VARCHAR(120)  NOT NULL,
    sha256         BINARY(32)    NOT NULL,
    mapping        VARCHAR(1000) NOT NULL COMMENT 'which column was taken for what',
    rows_read      BIGINT        NOT NULL,
    added          BIGINT        NOT NULL,
    unchanged      BIGINT        NOT NULL,
    quarantined    BIGINT        NOT NULL,
    imported_at    DATETIME(6)   NOT NULL,
    imported_by    VARCHAR(64)   NOT NULL,
    KEY market_import_instrument (instrument_id, id)
);
