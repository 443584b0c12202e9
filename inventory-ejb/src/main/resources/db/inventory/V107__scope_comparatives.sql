-- What a change of scope that counts as if it had always been so makes of each month. Evidence, sealed with the posting.
CREATE TABLE scope_comparative (
    posting_seq  BIGINT NOT NULL,
    item_id      BIGINT NOT NULL,
    month        DATE   NOT NULL COMMENT 'its first day',
    amount       BIGINT NOT NULL,
    KEY scope_comparative_posting (posting_seq)
);
