-- What the books are kept by, and how items came to be costed otherwise than at first.
ALTER TABLE company
    ADD COLUMN framework VARCHAR(10) NOT NULL DEFAULT 'LOCAL' COMMENT 'restricts the costing methods' CHECK (framework IN ('IFRS', 'US_GAAP', 'LOCAL'));

-- Evidence, sealed with the posting.
CREATE TABLE costing_change (
    posting_seq  BIGINT      NOT NULL,
    item_id      BIGINT      NOT NULL,
    was          VARCHAR(10) NOT NULL,
    becomes      VARCHAR(10) NOT NULL,
    KEY costing_change_posting (posting_seq),
    KEY costing_change_item (item_id)
);
