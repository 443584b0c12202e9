-- What the shorts of a portfolio cost, and how often everything was closed for want of margin. Portfolios before were asked neither.

ALTER TABLE basket_result
    ADD borrow       BIGINT  NOT NULL DEFAULT 0 COMMENT 'paid for shorts' AFTER hold_value,
    ADD liquidations INT     NOT NULL DEFAULT 0 COMMENT 'times everything was closed for want of margin' AFTER borrow;

ALTER TABLE basket_member
    ADD borrow BIGINT NOT NULL DEFAULT 0 COMMENT 'paid for shorts; taken off the profit' AFTER fees;
