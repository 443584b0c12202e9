-- A log of trials that could be shortened would make every result look better.
GRANT SELECT, INSERT ON trial TO ${app};
GRANT SELECT, INSERT ON backtest_scrutiny TO ${app};
