GRANT SELECT, UPDATE ON replenishment_policy TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON replenishment_setting TO ${app};
GRANT SELECT, INSERT, UPDATE ON proposal TO ${app};
GRANT SELECT, INSERT, UPDATE ON purchase_order TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON purchase_order_line TO ${app};
GRANT SELECT, INSERT ON purchase_order_receipt TO ${app};
GRANT SELECT, INSERT, UPDATE ON purchase_order_series TO ${app};
