-- Evidence, sealed with the posting: the last day of a lot was written wrong, and what it is.
CREATE TABLE lot_expiry (
    posting_seq  BIGINT  NOT NULL,
    lot_id       BIGINT  NOT NULL,
    was          DATE    NULL,
    becomes      DATE    NULL,
    KEY lot_expiry_posting (posting_seq),
    KEY lot_expiry_lot (lot_id)
);
