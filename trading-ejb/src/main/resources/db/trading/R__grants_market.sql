-- What was brought in, and which splits and dividends there were, may be read and added to, never changed.
GRANT SELECT, INSERT ON market_import TO ${app};
GRANT SELECT, INSERT ON corporate_action TO ${app};
GRANT SELECT, INSERT, UPDATE ON instrument TO ${app};
GRANT SELECT, INSERT, UPDATE ON bar_series TO ${app};
GRANT SELECT, INSERT, DELETE ON bar_part TO ${app};
GRANT SELECT, INSERT, UPDATE ON bar_quarantine TO ${app};
GRANT SELECT, INSERT, DELETE ON bar_gap TO ${app};
GRANT SELECT, INSERT, UPDATE ON trading_calendar TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON calendar_exception TO ${app};
GRANT SELECT, INSERT, UPDATE ON series_look TO ${app};
