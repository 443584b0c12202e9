GRANT SELECT, INSERT, UPDATE ON opening_import TO ${app};
GRANT SELECT, INSERT, DELETE ON opening_finding TO ${app};
