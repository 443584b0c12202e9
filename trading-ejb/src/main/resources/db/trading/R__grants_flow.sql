-- What happened is added to and read, never changed.
GRANT SELECT, INSERT, UPDATE ON flow_series TO ${app};
GRANT SELECT, INSERT ON flow_part TO ${app};
GRANT SELECT, INSERT, DELETE ON flow_gap TO ${app};
GRANT SELECT, INSERT, UPDATE ON flow_quarantine TO ${app};
