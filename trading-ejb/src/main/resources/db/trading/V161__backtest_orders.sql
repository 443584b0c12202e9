-- How the decisions of a backtest become orders, and what the orders became. Shares are billionths of the price, 0 for none.

ALTER TABLE backtest
    ADD entry_offset  BIGINT NOT NULL DEFAULT 0 COMMENT 'a limit so much better than the close; 0 for the next open' AFTER slippage,
    ADD stop_loss     BIGINT NOT NULL DEFAULT 0 COMMENT 'of the price of the entry' AFTER entry_offset,
    ADD take_profit   BIGINT NOT NULL DEFAULT 0 COMMENT 'of the price of the entry' AFTER stop_loss,
    ADD trailing_stop BIGINT NOT NULL DEFAULT 0 COMMENT 'of the best price since the entry' AFTER take_profit;

CREATE TABLE backtest_order (
    backtest    BIGINT      NOT NULL,
    number      INT         NOT NULL COMMENT 'from 1, in the order in which they were given',
    parent      INT         NULL COMMENT 'the order that it protects',
    given_time  BIGINT      NOT NULL COMMENT 'milliseconds of the epoch, UTC, of the bar at whose close it was given',
    kind        VARCHAR(16) NOT NULL,
    side        TINYINT     NOT NULL COMMENT '1 to buy, -1 to sell',
    validity    VARCHAR(16) NOT NULL,
    units       DOUBLE      NOT NULL,
    limit_price DOUBLE      NULL,
    stop_price  DOUBLE      NULL COMMENT 'of a trailing stop where it was in the end',
    state       VARCHAR(16) NOT NULL,
    reason      VARCHAR(24) NOT NULL COMMENT 'why it ended without being filled whole, else NONE',
    filled      DOUBLE      NOT NULL,
    ended_time  BIGINT      NULL COMMENT 'null where it still stood at the end',
    PRIMARY KEY (backtest, number)
);

CREATE TABLE backtest_fill (
    backtest     BIGINT      NOT NULL,
    number       INT         NOT NULL COMMENT 'from 1, in the order in which they happened',
    order_number INT         NOT NULL,
    time         BIGINT      NOT NULL COMMENT 'of the bar',
    units        DOUBLE      NOT NULL COMMENT 'above zero where bought',
    price        DOUBLE      NOT NULL COMMENT 'slippage included',
    slippage     DOUBLE      NOT NULL COMMENT 'in units of the price',
    fee          DOUBLE      NOT NULL,
    rule         VARCHAR(32) NOT NULL COMMENT 'why and at which price; docs/execution.md',
    PRIMARY KEY (backtest, number)
);
