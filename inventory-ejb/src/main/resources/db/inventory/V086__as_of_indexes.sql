-- Stock of any day, as known at any seal, is added up in the order of an index that holds all it needs.
ALTER TABLE movement
    DROP KEY movement_item,
    ADD KEY movement_item (item_id, location_id, business_date, ordinal, quantity, posting_seq);
ALTER TABLE value_entry
    DROP KEY value_entry_item,
    ADD KEY value_entry_item (item_id, location_id, business_date, amount, posting_seq);
ALTER TABLE journal_line
    DROP KEY journal_account,
    ADD KEY journal_account (account_code, business_date, amount, posting_seq);

-- Postings of one kind, as lists and the disclosure of write-downs ask for them.
ALTER TABLE posting
    ADD KEY posting_kind (kind, seq);
