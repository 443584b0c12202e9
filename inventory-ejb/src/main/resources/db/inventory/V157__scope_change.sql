-- An item whose scope was changed has its own from then on.
ALTER TABLE item
    ADD COLUMN scope VARCHAR(10) NULL COMMENT 'null: as the rule of its category says' CHECK (scope IN ('COMPANY', 'GROUP', 'LOCATION'));

-- Evidence, sealed with the posting.
CREATE TABLE scope_change (
    posting_seq  BIGINT      NOT NULL,
    item_id      BIGINT      NOT NULL,
    was          VARCHAR(10) NOT NULL,
    becomes      VARCHAR(10) NOT NULL,
    ground       VARCHAR(16) NOT NULL,
    KEY scope_change_posting (posting_seq),
    KEY scope_change_item (item_id)
);
