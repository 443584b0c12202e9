GRANT SELECT, INSERT ON bill TO ${app};
GRANT SELECT, INSERT ON bill_part TO ${app};
GRANT SELECT, INSERT ON sale_kit TO ${app};
