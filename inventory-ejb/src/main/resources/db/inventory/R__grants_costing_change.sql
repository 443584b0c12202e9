GRANT SELECT, INSERT ON costing_change TO ${app};
