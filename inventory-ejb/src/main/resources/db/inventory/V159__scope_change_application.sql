-- A change of scope may count as if it had always been so; it has no ground then.
ALTER TABLE scope_change
    MODIFY COLUMN ground VARCHAR(16) NULL COMMENT 'of a prospective one: why no earlier figure is worked out anew',
    ADD COLUMN application VARCHAR(16) NULL COMMENT 'RETROSPECTIVE or PROSPECTIVE; null of an early one, which was prospective';
