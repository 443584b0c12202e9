-- A backtest is of a crossover, of a rule that a person wrote, or of another built-in strategy; its positions may be sized by their volatility.

ALTER TABLE backtest
    ADD built_in          VARCHAR(24)  NULL COMMENT 'a built-in strategy other than the crossover' AFTER saved,
    ADD settings          VARCHAR(500) NULL COMMENT 'of it, name=value' AFTER built_in,
    ADD volatility_target DOUBLE       NOT NULL DEFAULT 0 COMMENT 'a year, as a share; 0 for all the money' AFTER settings,
    DROP CONSTRAINT backtest_strategy,
    ADD CONSTRAINT backtest_strategy
        CHECK ((mean IS NOT NULL) + (entry IS NOT NULL OR short_entry IS NOT NULL) + (built_in IS NOT NULL) = 1),
    ADD CONSTRAINT backtest_settings CHECK ((built_in IS NULL) = (settings IS NULL));
