GRANT SELECT, INSERT ON payable_revaluation TO ${app};
