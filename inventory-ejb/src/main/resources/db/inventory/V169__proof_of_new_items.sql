-- Items that moved are looked at by a way of their own: of one that moved often it takes long, and postings do not wait for it.

INSERT INTO proof_mark (name, number, position) SELECT 'NEW_ITEMS', number, 0 FROM proof_mark WHERE name = 'NEW';
