-- A backtest may trade in a recorded flow of orders or quotes: make a market there, or fill a parent order.

ALTER TABLE backtest
    ADD replay VARCHAR(200) NULL COMMENT 'the flow, latency, clock, tick and fees: name=value, one blank between two; null over bars' AFTER execution,
    ADD parent BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'so much to be bought or sold, as settings say' AFTER making,
    DROP CONSTRAINT backtest_strategy,
    DROP CONSTRAINT backtest_settings,
    ADD CONSTRAINT backtest_strategy
        CHECK ((mean IS NOT NULL) + (entry IS NOT NULL OR short_entry IS NOT NULL) + (built_in IS NOT NULL) + (other IS NOT NULL) + making + parent = 1),
    ADD CONSTRAINT backtest_settings CHECK ((built_in IS NULL AND other IS NULL AND making = 0 AND parent = 0) = (settings IS NULL));

ALTER TABLE backtest_result
    ADD flow MEDIUMTEXT NULL COMMENT 'JSON: queue, spread and what was lost after fills; null over bars' AFTER liquidations,
    ADD parent MEDIUMTEXT NULL COMMENT 'JSON: what a parent order was had for; null of any other' AFTER flow;

ALTER TABLE backtest_fill
    ADD flow_row BIGINT NULL COMMENT 'from 1, of the flow, that filled it or after which it took; null over bars' AFTER rule;
