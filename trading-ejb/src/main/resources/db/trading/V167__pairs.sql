-- A backtest of two instruments: what it was asked, the positions in both, and how far they went apart.

ALTER TABLE backtest
    ADD other VARCHAR(32) NULL COMMENT 'the second instrument of a pair; settings are those of its rule' AFTER symbol,
    DROP CONSTRAINT backtest_strategy,
    DROP CONSTRAINT backtest_settings,
    ADD CONSTRAINT backtest_strategy
        CHECK ((mean IS NOT NULL) + (entry IS NOT NULL OR short_entry IS NOT NULL) + (built_in IS NOT NULL) + (other IS NOT NULL) = 1),
    ADD CONSTRAINT backtest_settings CHECK ((built_in IS NULL AND other IS NULL) = (settings IS NULL));

ALTER TABLE trial MODIFY symbol VARCHAR(65) NOT NULL COMMENT 'of a pair both, in the order of the alphabet, with a stroke between';

CREATE TABLE backtest_leg (
    backtest     BIGINT       NOT NULL,
    number       INT          NOT NULL COMMENT 'from 1: twice the number of the trade, less one of the first instrument',
    symbol       VARCHAR(32)  NOT NULL,
    side         TINYINT      NOT NULL COMMENT '1 long, -1 short',
    units        DOUBLE       NOT NULL,
    entry_time   BIGINT       NOT NULL,
    entry_price  DOUBLE       NOT NULL,
    exit_time    BIGINT       NOT NULL COMMENT 'of the last bar where it is still open',
    exit_price   DOUBLE       NOT NULL,
    fees         DOUBLE       NOT NULL,
    profit       DOUBLE       NOT NULL COMMENT 'fees taken off',
    ending       VARCHAR(12)  NOT NULL COMMENT 'why the trade ended, or OPEN',
    PRIMARY KEY (backtest, number)
);

-- By columns: for each part times, then hedge ratios, spreads, scores and p-values of its bars, each 8 bytes, big end first.
CREATE TABLE backtest_spread (
    backtest  BIGINT      NOT NULL,
    part      INT         NOT NULL COMMENT 'from 0',
    content   MEDIUMBLOB  NOT NULL,
    PRIMARY KEY (backtest, part)
);
