-- The positions of a backtest may be sized by a fraction of Kelly's share.

ALTER TABLE backtest
    ADD kelly DOUBLE NOT NULL DEFAULT 0 COMMENT 'fraction of Kelly''s share, 0 to 1; 0 for none' AFTER volatility_target,
    ADD CONSTRAINT backtest_one_size CHECK (volatility_target = 0 OR kelly = 0);
