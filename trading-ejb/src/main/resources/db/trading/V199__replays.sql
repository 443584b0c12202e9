-- A backtest may trade in a recorded flow of orders or quotes.

ALTER TABLE backtest
    ADD replay VARCHAR(200) NULL COMMENT 'the flow, latency, clock, tick and fees: name=value, one blank between two; null over bars' AFTER execution;

ALTER TABLE backtest_result
    ADD flow MEDIUMTEXT NULL COMMENT 'JSON: queue, spread and what was lost after fills; null over bars' AFTER liquidations;

ALTER TABLE backtest_fill
    ADD flow_row BIGINT NULL COMMENT 'from 1, of the flow, that filled it or after which it took; null over bars' AFTER rule;
