-- Everything that was ever tried, so that the best of many is not taken for the only one. Rows stay as they are.

CREATE TABLE trial (
    number        BIGINT        NOT NULL PRIMARY KEY,
    made_at       DATETIME(6)   NOT NULL COMMENT 'UTC',
    made_by       VARCHAR(64)   NOT NULL,
    symbol        VARCHAR(32)   NOT NULL,
    data_hash     CHAR(64)      NOT NULL COMMENT 'SHA-256 of the bars: the version of the data',
    result_hash   CHAR(64)      NOT NULL COMMENT 'the same question on the same bars has the same',
    strategy      VARCHAR(400)  NOT NULL COMMENT 'name and parameters; of a sweep the grid',
    terms         VARCHAR(400)  NOT NULL COMMENT 'money and costs',
    first_time    BIGINT        NOT NULL COMMENT 'milliseconds of the epoch, UTC',
    last_time     BIGINT        NOT NULL,
    cells         BIGINT        NOT NULL COMMENT '1 of a backtest; a sweep is one row' CHECK (cells > 0),
    sharpe        DOUBLE        NULL COMMENT 'of one bar, mean over the cells; null where nothing moved',
    variance      DOUBLE        NOT NULL COMMENT 'of the Sharpe ratios of the cells',
    together      DOUBLE        NOT NULL COMMENT 'mean correlation of the cells, 0 where not known',
    observations  INT           NOT NULL,
    skew          DOUBLE        NULL,
    kurtosis      DOUBLE        NULL COMMENT 'raw: 3 for a normal distribution',
    first_month   INT           NULL COMMENT 'months since January of year 0',
    months        MEDIUMBLOB    NULL COMMENT 'return of each month, 8 bytes each, big end first',
    KEY trial_symbol (symbol, result_hash, number)
);

-- What a result is asked besides what it made; written once with it.
CREATE TABLE backtest_scrutiny (
    backtest  BIGINT      NOT NULL PRIMARY KEY,
    content   MEDIUMTEXT  NOT NULL COMMENT 'JSON'
);
