GRANT SELECT, UPDATE ON closing TO ${app};
GRANT SELECT, INSERT ON closing_event TO ${app};
