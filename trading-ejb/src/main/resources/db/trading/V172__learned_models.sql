-- What was learned: every model of a backtest that is learned, what was found out about all of them, and who stands by which.

ALTER TABLE backtest MODIFY settings VARCHAR(1000) NULL COMMENT 'of a built-in strategy or a pair, name=value';

CREATE TABLE learned_model (
    number        BIGINT        NOT NULL PRIMARY KEY,
    id            BINARY(16)    NOT NULL UNIQUE COMMENT 'made of backtest and fit',
    backtest      BINARY(16)    NOT NULL COMMENT 'id of the backtest that it comes from',
    fit           INT           NOT NULL COMMENT 'from 1, in the order of time',
    symbol        VARCHAR(32)   NOT NULL,
    data_hash     CHAR(64)      NOT NULL COMMENT 'SHA-256 of the bars: the version of the data',
    from_time     BIGINT        NOT NULL COMMENT 'first bar of the training, milliseconds of the epoch, UTC',
    fitted_time   BIGINT        NOT NULL COMMENT 'last bar of the training',
    until_time    BIGINT        NOT NULL COMMENT 'last bar at which it was in use',
    features      VARCHAR(1000) NOT NULL COMMENT 'names, a comma between two, in the order of the coefficients',
    settings      VARCHAR(1000) NOT NULL COMMENT 'of the strategy, name=value',
    chosen        VARCHAR(80)   NOT NULL COMMENT 'set of hyperparameters that did best in the folds',
    seed          BIGINT        NOT NULL,
    samples       INT           NOT NULL,
    base          DOUBLE        NOT NULL COMMENT 'share of labels that were 1',
    content       MEDIUMTEXT    NOT NULL COMMENT 'JSON: coefficients or trees',
    content_hash  CHAR(64)      NOT NULL COMMENT 'SHA-256 of the content',
    figures       TEXT          NOT NULL COMMENT 'JSON: in sample, out of sample, of the base rate, loss of each set in the folds',
    trained_at    DATETIME(6)   NOT NULL COMMENT 'UTC',
    trained_by    VARCHAR(64)   NOT NULL,
    UNIQUE (backtest, fit),
    KEY learned_model_symbol (symbol, number)
);

CREATE TABLE learned_study (
    backtest  BINARY(16)  NOT NULL PRIMARY KEY,
    content   MEDIUMTEXT  NOT NULL COMMENT 'JSON: figures out of sample of all models together, calibration, importance, sets of hyperparameters'
);

-- A model without a row here is a candidate.
CREATE TABLE learned_model_decision (
    model       BIGINT        NOT NULL,
    step        INT           NOT NULL COMMENT 'from 1',
    state       VARCHAR(12)   NOT NULL CHECK (state IN ('APPROVED', 'RETIRED')),
    note        VARCHAR(200)  NOT NULL COMMENT 'why',
    decided_at  DATETIME(6)   NOT NULL COMMENT 'UTC',
    decided_by  VARCHAR(64)   NOT NULL,
    PRIMARY KEY (model, step)
);
