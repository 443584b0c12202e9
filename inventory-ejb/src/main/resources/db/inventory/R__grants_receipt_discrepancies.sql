GRANT SELECT, INSERT ON receipt_discrepancy TO ${app};
