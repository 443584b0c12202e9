-- Every account that ever played a role. Only added to: what was posted in it stays part of what is reported of the role.
CREATE TABLE account_role (
    role          VARCHAR(24) NOT NULL,
    account_code  VARCHAR(16) NOT NULL,
    PRIMARY KEY (role, account_code)
);
INSERT INTO account_role (role, account_code) SELECT DISTINCT role, account_code FROM account_mapping;
