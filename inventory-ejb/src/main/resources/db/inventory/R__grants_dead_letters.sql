GRANT SELECT, INSERT, UPDATE, DELETE ON failed_delivery TO ${app};
GRANT SELECT, INSERT ON letter_act TO ${app};
