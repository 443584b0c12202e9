-- A backtest may run over bars of any length. A sweep says so in what was asked.

ALTER TABLE backtest
    ADD bars VARCHAR(80) NULL COMMENT 'what and how long: name=value, one blank between two; null for the days as they are' AFTER trailing_stop;
