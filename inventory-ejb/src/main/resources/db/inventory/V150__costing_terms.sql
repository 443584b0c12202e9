-- An item may have an average's period of its own, and may have come to its terms from a day on.
ALTER TABLE item
    ADD COLUMN average_period VARCHAR(10) NULL COMMENT 'null: as the rule of its category says' CHECK (average_period IN ('EVENT', 'DAY', 'MONTH')),
    ADD COLUMN turned         BOOLEAN     NOT NULL DEFAULT FALSE COMMENT 'earlier days are costed by other terms';

-- Null where it was posted before there was anything to say.
ALTER TABLE costing_change
    ADD COLUMN was_period  VARCHAR(10) NULL,
    ADD COLUMN period      VARCHAR(10) NULL,
    ADD COLUMN application VARCHAR(16) NULL COMMENT 'RETROSPECTIVE or PROSPECTIVE',
    ADD COLUMN ground      VARCHAR(16) NULL COMMENT 'of a prospective one: why no earlier figure is worked out anew';
