GRANT SELECT, INSERT, UPDATE ON consigned_stock TO ${app};
GRANT SELECT, INSERT ON consigned_event TO ${app};
