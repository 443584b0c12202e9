-- What went out is not changed.
GRANT SELECT, INSERT ON journal_batch TO ${app};
GRANT SELECT, INSERT ON journal_batch_account TO ${app};
