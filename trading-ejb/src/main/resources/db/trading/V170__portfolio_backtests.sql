-- A backtest over many instruments: what it was asked, what came of it, and every row that its figures are made of.

CREATE TABLE basket (
    number       BIGINT         NOT NULL PRIMARY KEY,
    id           BINARY(16)     NOT NULL UNIQUE COMMENT 'chosen by the client',
    symbols      VARCHAR(1700)  NOT NULL COMMENT 'in the order of the alphabet, one blank between two',
    from_day     DATE           NULL,
    to_day       DATE           NULL,
    rule         VARCHAR(24)    NOT NULL COMMENT 'HOLD, CROSS_SECTION or a built-in strategy',
    settings     VARCHAR(500)   NOT NULL COMMENT 'of it, name=value',
    plan         VARCHAR(500)   NOT NULL COMMENT 'how the money is shared out and when, name=value',
    start_cash   DOUBLE         NOT NULL,
    fee_rate     DOUBLE         NOT NULL,
    per_order    DOUBLE         NOT NULL,
    slippage     DOUBLE         NOT NULL,
    job_id       BIGINT         NOT NULL,
    created_at   DATETIME(6)    NOT NULL COMMENT 'UTC',
    created_by   VARCHAR(64)    NOT NULL
);

-- Written once, with all rows below, when the job is through.
CREATE TABLE basket_result (
    basket         BIGINT       NOT NULL PRIMARY KEY,
    currency       CHAR(3)      NOT NULL COMMENT 'of all instruments',
    days           INT          NOT NULL COMMENT 'that at least one instrument has',
    first_time     BIGINT       NOT NULL COMMENT 'milliseconds of the epoch, UTC',
    last_time      BIGINT       NOT NULL,
    data_hash      CHAR(64)     NOT NULL COMMENT 'SHA-256 of the data of all instruments',
    result_hash    CHAR(64)     NOT NULL COMMENT 'SHA-256 of data, rule, plan, terms, fills and equity',
    start_value    BIGINT       NOT NULL COMMENT 'minor units, as all money below',
    end_value      BIGINT       NOT NULL,
    end_cash       BIGINT       NOT NULL,
    hold_value     BIGINT       NOT NULL COMMENT 'of equal weights in all instruments, on the same days and terms',
    turnover       DOUBLE       NOT NULL COMMENT 'a year: half of what was bought and sold, over the mean worth',
    hold_turnover  DOUBLE       NOT NULL,
    performance    MEDIUMTEXT   NOT NULL COMMENT 'JSON',
    hold           MEDIUMTEXT   NOT NULL COMMENT 'JSON: the same of equal weights',
    years          MEDIUMTEXT   NOT NULL COMMENT 'JSON: the return of each year, of both',
    scrutiny       MEDIUMTEXT   NOT NULL COMMENT 'JSON',
    beyond         MEDIUMTEXT   NOT NULL COMMENT 'JSON: shape of the returns of days less those of equal weights',
    finished_at    DATETIME(6)  NOT NULL
);

-- The version of each instrument's data, and what it brought: sold - bought - fees + dividends + splits + worth is its profit.
CREATE TABLE basket_member (
    basket      BIGINT       NOT NULL,
    number      INT          NOT NULL COMMENT 'from 1, in the order of the alphabet',
    symbol      VARCHAR(32)  NOT NULL,
    bars        INT          NOT NULL,
    first_time  BIGINT       NOT NULL,
    last_time   BIGINT       NOT NULL,
    actions     INT          NOT NULL COMMENT 'splits and dividends',
    data_hash   CHAR(64)     NOT NULL COMMENT 'SHA-256 of bars, splits and dividends',
    bought      BIGINT       NOT NULL,
    sold        BIGINT       NOT NULL,
    fees        BIGINT       NOT NULL,
    dividends   BIGINT       NOT NULL COMMENT 'below 0 where shorts paid them',
    splits      BIGINT       NOT NULL COMMENT 'for what did not make a whole unit',
    worth       BIGINT       NOT NULL COMMENT 'of what is held at the end',
    PRIMARY KEY (basket, number)
);

CREATE TABLE basket_decision (
    basket   BIGINT      NOT NULL,
    number   INT         NOT NULL COMMENT 'from 1',
    time     BIGINT      NOT NULL COMMENT 'at whose close',
    content  MEDIUMBLOB  NOT NULL COMMENT 'weights, then shares of the risk, of each instrument, 8 bytes each, big end first',
    PRIMARY KEY (basket, number)
);

CREATE TABLE basket_order (
    basket      BIGINT       NOT NULL,
    number      INT          NOT NULL COMMENT 'from 1, in the order in which they were given',
    symbol      VARCHAR(32)  NOT NULL,
    given_time  BIGINT       NOT NULL,
    units       BIGINT       NOT NULL COMMENT 'millionths, below 0 where sold',
    state       VARCHAR(12)  NOT NULL,
    filled      BIGINT       NOT NULL COMMENT 'millionths',
    ended_time  BIGINT       NULL,
    price       BIGINT       NOT NULL COMMENT 'billionths, slippage included',
    value       BIGINT       NOT NULL,
    fee         BIGINT       NOT NULL,
    PRIMARY KEY (basket, number)
);

CREATE TABLE basket_booking (
    basket  BIGINT       NOT NULL,
    number  INT          NOT NULL COMMENT 'from 1',
    symbol  VARCHAR(32)  NOT NULL,
    time    BIGINT       NOT NULL,
    kind    VARCHAR(12)  NOT NULL,
    before_units  BIGINT  NOT NULL COMMENT 'millionths',
    after_units   BIGINT  NOT NULL,
    cash    BIGINT       NOT NULL,
    PRIMARY KEY (basket, number)
);

-- By columns: for each part times, then worth, worth of equal weights, cash and the weight of each instrument, 8 bytes each, big end first.
CREATE TABLE basket_part (
    basket   BIGINT      NOT NULL,
    part     INT         NOT NULL COMMENT 'from 0',
    content  MEDIUMBLOB  NOT NULL,
    PRIMARY KEY (basket, part)
);

ALTER TABLE trial ADD universe VARCHAR(1750) NULL COMMENT 'of a portfolio its instruments, a stroke before and after each; its symbol is (portfolio)';
