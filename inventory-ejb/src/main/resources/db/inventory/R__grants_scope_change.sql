GRANT SELECT, INSERT ON scope_change TO ${app};
GRANT SELECT, INSERT ON scope_comparative TO ${app};
