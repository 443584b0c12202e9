-- A backtest may be of market making: two quotes a bar, with settings of their own.

ALTER TABLE backtest
    ADD making BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'market making; settings are those of its quotes' AFTER built_in,
    DROP CONSTRAINT backtest_strategy,
    DROP CONSTRAINT backtest_settings,
    ADD CONSTRAINT backtest_strategy
        CHECK ((mean IS NOT NULL) + (entry IS NOT NULL OR short_entry IS NOT NULL) + (built_in IS NOT NULL) + (other IS NOT NULL) + making = 1),
    ADD CONSTRAINT backtest_settings CHECK ((built_in IS NULL AND other IS NULL AND making = 0) = (settings IS NULL));
