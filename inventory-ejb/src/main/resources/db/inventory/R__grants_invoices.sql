GRANT SELECT, INSERT, UPDATE ON supplier_invoice TO ${app};
GRANT SELECT, INSERT ON supplier_invoice_line TO ${app};
GRANT SELECT, INSERT, DELETE ON supplier_invoice_finding TO ${app};
GRANT SELECT, INSERT ON invoice_settlement TO ${app};
GRANT SELECT, INSERT ON invoice_tax TO ${app};
GRANT SELECT, INSERT, UPDATE ON supplier_invoice_mark TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON price_tolerance TO ${app};
