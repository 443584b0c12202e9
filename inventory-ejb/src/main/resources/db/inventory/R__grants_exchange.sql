GRANT SELECT, INSERT ON exchange_rate TO ${app};
GRANT SELECT, INSERT ON foreign_amount TO ${app};
