-- What was tried may be read and added to, never changed.
GRANT SELECT, INSERT ON sweep TO ${app};
GRANT SELECT, INSERT ON sweep_chunk TO ${app};
GRANT SELECT, INSERT ON sweep_result TO ${app};
-- Who makes a chunk is no part of what was tried.
GRANT SELECT, INSERT, UPDATE, DELETE ON sweep_claim TO ${app};
