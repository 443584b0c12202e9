GRANT SELECT, INSERT ON account_role TO ${app};
