GRANT SELECT, UPDATE ON promise_policy TO ${app};
GRANT SELECT, INSERT, UPDATE ON reservation TO ${app};
GRANT SELECT, INSERT, UPDATE ON reservation_line TO ${app};
GRANT SELECT, INSERT ON reservation_event TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON stock_reserved TO ${app};
GRANT SELECT, INSERT, UPDATE ON reservation_series TO ${app};
