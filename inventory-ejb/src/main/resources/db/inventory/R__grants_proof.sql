GRANT SELECT, UPDATE ON proof_law TO ${app};
GRANT SELECT, UPDATE ON proof_mark TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON proof_finding TO ${app};
