-- What the shorts of a pair cost, and how often it was closed for want of margin. Pairs before were asked neither, which is what their rules without the two settings say.

ALTER TABLE backtest_result
    ADD borrow       DOUBLE  NULL COMMENT 'paid on shorts and on owed money; of a pair, else null' AFTER years,
    ADD liquidations INT     NULL COMMENT 'trades closed for want of margin; of a pair, else null' AFTER borrow;
