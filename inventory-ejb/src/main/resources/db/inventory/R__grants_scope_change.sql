GRANT SELECT, INSERT ON scope_change TO ${app};
