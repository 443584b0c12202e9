-- How hard the market is on the orders of a backtest: share of the volume, latency, validity, impact.

ALTER TABLE backtest
    ADD execution VARCHAR(400) NULL COMMENT 'name=value, one blank between two; null where everything that is ordered is had at once' AFTER slippage;
