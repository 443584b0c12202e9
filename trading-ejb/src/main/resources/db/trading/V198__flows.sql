-- What happens between two bars: quotes, and events of single orders. Moments are nanoseconds of the epoch, UTC.

CREATE TABLE flow_series (
    id             BIGINT      NOT NULL PRIMARY KEY,
    instrument_id  BIGINT      NOT NULL,
    kind           VARCHAR(8)  NOT NULL CHECK (kind IN ('QUOTES', 'ORDERS')),
    size           BIGINT      NOT NULL DEFAULT 0 COMMENT 'rows',
    first_time     BIGINT      NULL,
    last_time      BIGINT      NULL,
    gaps           INT         NOT NULL DEFAULT 0,
    data_hash      CHAR(64)    NULL COMMENT 'SHA-256 of all rows: the version of the data',
    UNIQUE KEY flow_series_kind (instrument_id, kind)
);

-- Up to 65536 rows by columns, deflated. They are only added, at the end.
CREATE TABLE flow_part (
    series_id   BIGINT    NOT NULL,
    first_row   BIGINT    NOT NULL COMMENT 'from 0',
    size        INT       NOT NULL,
    first_time  BIGINT    NOT NULL,
    last_time   BIGINT    NOT NULL,
    content     LONGBLOB  NOT NULL,
    import_id   BIGINT    NOT NULL,
    PRIMARY KEY (series_id, first_row)
);

CREATE TABLE flow_gap (
    series_id    BIGINT  NOT NULL,
    after_time   BIGINT  NOT NULL,
    before_time  BIGINT  NOT NULL,
    PRIMARY KEY (series_id, after_time, before_time)
);

-- Rows of files that are not in the series. What a book could not have had cannot be let in: a file is mended, or the row dismissed.
CREATE TABLE flow_quarantine (
    id          BIGINT        NOT NULL PRIMARY KEY,
    series_id   BIGINT        NOT NULL,
    line        BIGINT        NOT NULL COMMENT 'of its file',
    reason      VARCHAR(16)   NOT NULL,
    detail      VARCHAR(300)  NOT NULL,
    row_text    VARCHAR(300)  NOT NULL,
    import_id   BIGINT        NOT NULL,
    held_at     DATETIME(6)   NOT NULL,
    status      VARCHAR(10)   NOT NULL CHECK (status IN ('HELD', 'DISMISSED')),
    decided_at  DATETIME(6)   NULL,
    decided_by  VARCHAR(64)   NULL,
    note        VARCHAR(200)  NULL,
    KEY flow_quarantine_status (series_id, status, id)
);

ALTER TABLE market_import
    MODIFY kind VARCHAR(8) NOT NULL CHECK (kind IN ('BARS', 'FACTORS', 'QUOTES', 'ORDERS'));
