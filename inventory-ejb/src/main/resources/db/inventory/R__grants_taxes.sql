GRANT SELECT, INSERT, DELETE ON tax_rate TO ${app};
GRANT SELECT, UPDATE ON tax_policy TO ${app};
