-- The last day of a lot as it stood when goods of it came in; sealed with the posting.
ALTER TABLE movement
    ADD COLUMN lot_expires DATE NULL COMMENT 'null where goods go, where the lot has none, and of before it was kept';
