-- What a portfolio backtest found may be read and added to, never changed.
GRANT SELECT, INSERT ON basket TO ${app};
GRANT SELECT, INSERT ON basket_result TO ${app};
GRANT SELECT, INSERT ON basket_member TO ${app};
GRANT SELECT, INSERT ON basket_decision TO ${app};
GRANT SELECT, INSERT ON basket_order TO ${app};
GRANT SELECT, INSERT ON basket_booking TO ${app};
GRANT SELECT, INSERT ON basket_part TO ${app};
GRANT SELECT, INSERT ON basket_spread TO ${app};
