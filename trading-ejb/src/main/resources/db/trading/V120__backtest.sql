-- Experiments and what came of them. Money here is a statistic of a study and stands in no book, so it is a DOUBLE.

CREATE TABLE backtest (
    number       BIGINT       NOT NULL PRIMARY KEY,
    id           BINARY(16)   NOT NULL UNIQUE COMMENT 'chosen by the client',
    symbol       VARCHAR(32)  NOT NULL,
    from_day     DATE         NULL,
    to_day       DATE         NULL,
    adjusted     BOOLEAN      NOT NULL COMMENT 'whether splits and dividends were worked in',
    mean         VARCHAR(12)  NOT NULL CHECK (mean IN ('SIMPLE', 'EXPONENTIAL')),
    fast         INT          NOT NULL,
    slow         INT          NOT NULL,
    side         VARCHAR(12)  NOT NULL CHECK (side IN ('LONG_ONLY', 'LONG_SHORT')),
    reading      VARCHAR(12)  NOT NULL CHECK (reading IN ('LEVEL', 'CROSS')),
    start_cash   DOUBLE       NOT NULL,
    fee_rate     DOUBLE       NOT NULL,
    per_order    DOUBLE       NOT NULL,
    slippage     DOUBLE       NOT NULL,
    job_id       BIGINT       NOT NULL,
    created_at   DATETIME(6)  NOT NULL COMMENT 'UTC',
    created_by   VARCHAR(64)  NOT NULL
);

-- Written once, with its trades and parts, when the job is through.
CREATE TABLE backtest_result (
    backtest      BIGINT       NOT NULL PRIMARY KEY,
    currency      CHAR(3)      NOT NULL COMMENT 'of the instrument',
    bars          INT          NOT NULL,
    first_time    BIGINT       NOT NULL COMMENT 'milliseconds of the epoch, UTC',
    last_time     BIGINT       NOT NULL,
    data_hash     CHAR(64)     NOT NULL COMMENT 'SHA-256 of the bars: the version of the data',
    result_hash   CHAR(64)     NOT NULL COMMENT 'SHA-256 of bars, strategy, terms, fills and equity',
    end_value     DOUBLE       NOT NULL,
    hold_value    DOUBLE       NOT NULL COMMENT 'of buying and holding on the same terms',
    performance   MEDIUMTEXT   NOT NULL COMMENT 'JSON',
    hold          MEDIUMTEXT   NOT NULL COMMENT 'JSON: the same of buying and holding',
    years         MEDIUMTEXT   NOT NULL COMMENT 'JSON: the return of each year, of both',
    finished_at   DATETIME(6)  NOT NULL
);

CREATE TABLE backtest_trade (
    backtest     BIGINT   NOT NULL,
    number       INT      NOT NULL COMMENT 'from 1, in the order of the entries',
    side         TINYINT  NOT NULL COMMENT '1 long, -1 short',
    units        DOUBLE   NOT NULL,
    entry_time   BIGINT   NOT NULL,
    entry_price  DOUBLE   NOT NULL,
    exit_time    BIGINT   NOT NULL COMMENT 'of the last bar where it is still open',
    exit_price   DOUBLE   NOT NULL,
    fees         DOUBLE   NOT NULL,
    profit       DOUBLE   NOT NULL COMMENT 'fees taken off',
    open         BOOLEAN  NOT NULL,
    PRIMARY KEY (backtest, number)
);

-- Bars and curves by columns: for each part the numbers of its bars, one column after the other, each 8 bytes, big end first.
CREATE TABLE backtest_part (
    backtest  BIGINT      NOT NULL,
    part      INT         NOT NULL COMMENT 'from 0',
    content   MEDIUMBLOB  NOT NULL,
    PRIMARY KEY (backtest, part)
);
