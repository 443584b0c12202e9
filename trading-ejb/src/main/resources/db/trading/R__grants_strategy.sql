-- A version that could be changed would change what backtests say they ran.
GRANT SELECT, INSERT ON strategy_version TO ${app};
