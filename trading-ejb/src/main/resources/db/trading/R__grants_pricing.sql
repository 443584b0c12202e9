-- What prices were and who changed them may be read and added to, never changed.
GRANT SELECT, INSERT ON price_history TO ${app};
GRANT SELECT, INSERT ON price_batch TO ${app};
GRANT SELECT, INSERT, UPDATE ON price_book TO ${app};
GRANT SELECT, INSERT, UPDATE ON price_proposal TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON price_look TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON price_rule TO ${app};
