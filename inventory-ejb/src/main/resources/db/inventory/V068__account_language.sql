-- The language somebody chose goes with the account to every browser.
ALTER TABLE user_account ADD COLUMN language CHAR(2) NULL COMMENT 'en or de; NULL: as the browser says';
