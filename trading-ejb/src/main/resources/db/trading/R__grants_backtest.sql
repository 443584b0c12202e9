-- What a backtest found may be read and added to, never changed: its hash is what people quote.
GRANT SELECT, INSERT ON backtest TO ${app};
GRANT SELECT, INSERT ON backtest_result TO ${app};
GRANT SELECT, INSERT ON backtest_trade TO ${app};
GRANT SELECT, INSERT ON backtest_part TO ${app};
GRANT SELECT, INSERT ON backtest_order TO ${app};
GRANT SELECT, INSERT ON backtest_fill TO ${app};
GRANT SELECT, INSERT ON backtest_leg TO ${app};
GRANT SELECT, INSERT ON backtest_spread TO ${app};
