-- The accounts of a movement: by its posting, each movement of a document of 20,000 lines looked through all of them.
ALTER TABLE journal_line ADD KEY journal_movement (movement_id, posting_seq, account_code);
