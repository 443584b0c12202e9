-- What is needed to work a movement's value out again: on which ground it is worth what it is, where its kind does not say it.
ALTER TABLE movement
    ADD COLUMN basis      VARCHAR(20)    NULL COMMENT 'null: as usual for its kind',
    ADD COLUMN stated     BIGINT         NULL COMMENT 'minor units its document says',
    ADD COLUMN counted    BIGINT         NULL COMMENT 'millionths found by a count',
    ADD COLUMN unit_cost  DECIMAL(20, 6) NULL;

ALTER TABLE value_entry
    MODIFY business_date DATE NOT NULL COMMENT 'from which it counts: for what changes an earlier movement, an earlier day',
    MODIFY movement_id BIGINT NOT NULL COMMENT 'of this posting, or of an earlier one whose value this posting changed';

ALTER TABLE item
    MODIFY costing VARCHAR(10) NOT NULL CHECK (costing IN ('FIFO', 'LIFO', 'AVERAGE', 'STANDARD'));

-- On what systems disagree, by category; category 0 is the rule for all that have none of their own.
CREATE TABLE cost_policy (
    category_id     BIGINT      NOT NULL PRIMARY KEY,
    average_period  VARCHAR(10) NOT NULL CHECK (average_period IN ('EVENT', 'DAY', 'MONTH')),
    late_cost       VARCHAR(16) NOT NULL CHECK (late_cost IN ('REPLAY', 'ON_HAND_SHARE')),
    below_zero      BOOLEAN     NOT NULL COMMENT 'whether goods may leave that are not there yet'
);

INSERT INTO cost_policy VALUES (0, 'EVENT', 'REPLAY', FALSE);

INSERT INTO account (code, name, kind) VALUES
    ('2050', 'Charges on purchases to come', 'LIABILITY'), ('5400', 'Revaluation of stock', 'EXPENSE');

INSERT INTO account_mapping (role, category_id, account_code) VALUES ('CHARGES_TO_COME', 0, '2050'), ('REVALUATION', 0, '5400');
