GRANT SELECT, INSERT, UPDATE ON stock_count TO ${app};
GRANT SELECT, INSERT, UPDATE ON stock_count_line TO ${app};
GRANT SELECT, INSERT ON stock_count_entry TO ${app};
GRANT SELECT, INSERT ON stock_count_result TO ${app};
GRANT SELECT, INSERT, UPDATE ON stock_count_series TO ${app};
GRANT SELECT, UPDATE ON stock_count_policy TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON stock_count_class TO ${app};
