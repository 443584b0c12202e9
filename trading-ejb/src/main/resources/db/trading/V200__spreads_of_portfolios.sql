-- Portfolios that trade the spread of a basket: when it was entered and left, and what was seen of it each day. Rules before have none of it.

ALTER TABLE basket_decision
    ADD ending       VARCHAR(8) NULL COMMENT 'why the spread was left; null where it was entered' AFTER time,
    ADD combinations SMALLINT   NULL COMMENT 'that come back, by the test; null where no spread is traded' AFTER ending,
    ADD score        DOUBLE     NULL COMMENT 'of the spread, in deviations' AFTER combinations;

CREATE TABLE basket_spread (
    basket   BIGINT      NOT NULL,
    part     INT         NOT NULL COMMENT 'from 0',
    content  MEDIUMBLOB  NOT NULL COMMENT 'times, scores, combinations',
    PRIMARY KEY (basket, part)
);
