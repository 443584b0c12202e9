-- The sale that took what was held is named by the event; the event is no part of its posting.
ALTER TABLE reservation_event
    DROP KEY reservation_event_posting,
    CHANGE COLUMN posting_seq sale_seq BIGINT NULL COMMENT 'the posting of the sale',
    ADD KEY reservation_event_sale (sale_seq);
