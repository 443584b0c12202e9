-- What reports add up is in the index they read: same number of indexes, no row looked up for a sum.
ALTER TABLE journal_line
    DROP KEY journal_account,
    ADD KEY journal_account (account_code, business_date, amount);
ALTER TABLE value_entry
    DROP KEY value_entry_item,
    ADD KEY value_entry_item (item_id, location_id, business_date, amount);
