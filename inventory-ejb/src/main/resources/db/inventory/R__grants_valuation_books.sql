GRANT SELECT, INSERT, UPDATE ON valuation_book TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON valuation_book_item TO ${app};
GRANT SELECT, INSERT, DELETE ON valuation_book_entry TO ${app};
