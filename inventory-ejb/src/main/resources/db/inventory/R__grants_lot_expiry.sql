GRANT SELECT, INSERT ON lot_expiry TO ${app};
