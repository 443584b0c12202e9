-- How far the books are closed, and who closed them when.
CREATE TABLE closing (
    id            TINYINT NOT NULL PRIMARY KEY CHECK (id = 1),
    through       DATE    NULL COMMENT 'last closed day, the end of a month',
    soft_through  DATE    NULL COMMENT 'until here only who may close may post',
    material      BIGINT  NULL COMMENT 'minor units; what changes closed results by as much goes to the prior-period account',
    version       INT     NOT NULL DEFAULT 0
);
INSERT INTO closing (id) VALUES (1);

CREATE TABLE closing_event (
    id            BIGINT       NOT NULL PRIMARY KEY,
    at            DATETIME(6)  NOT NULL COMMENT 'UTC',
    actor         VARCHAR(64)  NOT NULL,
    kind          VARCHAR(12)  NOT NULL CHECK (kind IN ('SOFT', 'CLOSED', 'REOPENED', 'MATERIAL')),
    period        DATE         NULL COMMENT 'first day of the month it is about',
    seal_number   BIGINT       NULL COMMENT 'the head of the chain then: the period as it was reported',
    material      BIGINT       NULL,
    reason        VARCHAR(200) NULL,
    KEY closing_event_period (period, id)
);

-- What was booked later than the day it is of, because that day was closed.
ALTER TABLE movement ADD COLUMN for_date DATE NULL COMMENT 'the closed day it is of; null where it is business_date';
ALTER TABLE value_entry ADD COLUMN for_date DATE NULL COMMENT 'the closed day from which it counts; null where it is business_date';

INSERT INTO account (code, name, kind) VALUES ('3200', 'Prior-period adjustments', 'EQUITY');
INSERT INTO account_mapping (role, category_id, account_code) VALUES ('PRIOR_PERIOD', 0, '3200');
