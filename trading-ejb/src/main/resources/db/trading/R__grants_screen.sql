-- What was asked and answered may be read and added to, never changed.
GRANT SELECT, INSERT ON screen_version TO ${app};
GRANT SELECT, INSERT ON screen_run TO ${app};
GRANT SELECT, INSERT ON screen_result TO ${app};
GRANT SELECT, INSERT ON screen_answer TO ${app};
