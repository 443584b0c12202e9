-- A backtest is of a crossover or of a rule that a person wrote.

ALTER TABLE backtest
    MODIFY mean     VARCHAR(12)  NULL CHECK (mean IN ('SIMPLE', 'EXPONENTIAL')),
    MODIFY fast     INT          NULL,
    MODIFY slow     INT          NULL,
    MODIFY side     VARCHAR(12)  NULL CHECK (side IN ('LONG_ONLY', 'LONG_SHORT')),
    MODIFY reading  VARCHAR(12)  NULL CHECK (reading IN ('LEVEL', 'CROSS')),
    ADD entry       VARCHAR(2000) NULL COMMENT 'when to go long, null of a crossover' AFTER reading,
    ADD exit_rule   VARCHAR(2000) NULL AFTER entry,
    ADD short_entry VARCHAR(2000) NULL AFTER exit_rule,
    ADD short_exit  VARCHAR(2000) NULL AFTER short_entry,
    ADD parameters  VARCHAR(2000) NULL COMMENT 'named numbers of the rule with the ranges they may be tried in' AFTER short_exit,
    ADD CONSTRAINT backtest_strategy CHECK ((mean IS NULL) = (entry IS NOT NULL OR short_entry IS NOT NULL));
