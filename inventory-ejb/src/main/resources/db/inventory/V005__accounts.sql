-- People and programs that may do something here, and what was noted about their coming and going.

CREATE TABLE user_account (
    id            BIGINT       NOT NULL PRIMARY KEY,
    name          VARCHAR(64)  NOT NULL COMMENT 'lower case',
    display_name  VARCHAR(120) NOT NULL,
    hash          VARCHAR(100) NOT NULL COMMENT 'bcrypt',
    active        BOOLEAN      NOT NULL DEFAULT TRUE,
    stamp         INT          NOT NULL DEFAULT 0 COMMENT 'counts what ends every session: new password, closed account',
    created_at    DATETIME(6)  NOT NULL,
    UNIQUE KEY user_account_name (name)
);

CREATE TABLE user_role (
    account_id  BIGINT      NOT NULL,
    role        VARCHAR(16) NOT NULL,
    PRIMARY KEY (account_id, role),
    CONSTRAINT user_role_account FOREIGN KEY (account_id) REFERENCES user_account (id)
);

-- Only a hash: whoever reads the table cannot use a token. It never grants more than its account has at that moment.
CREATE TABLE api_token (
    id            BIGINT       NOT NULL PRIMARY KEY,
    account_id    BIGINT       NOT NULL,
    label         VARCHAR(80)  NOT NULL,
    hash          BINARY(32)   NOT NULL COMMENT 'SHA-256 of 256 random bits',
    roles         VARCHAR(200) NOT NULL COMMENT 'with commas between',
    created_at    DATETIME(6)  NOT NULL,
    expires_at    DATETIME(6)  NOT NULL,
    revoked_at    DATETIME(6)  NULL,
    last_used_at  DATETIME(6)  NULL,
    UNIQUE KEY api_token_hash (hash),
    KEY api_token_account (account_id, id),
    CONSTRAINT api_token_account FOREIGN KEY (account_id) REFERENCES user_account (id)
);

-- Tries to log in, by user and by address, counted before the password is looked at.
CREATE TABLE login_guard (
    subject       VARCHAR(80)  NOT NULL PRIMARY KEY COMMENT 'user:NAME or address:NET',
    tries         INT          NOT NULL,
    since         DATETIME(6)  NOT NULL,
    lock_outs     INT          NOT NULL,
    locked_until  DATETIME(6)  NULL,
    KEY login_guard_since (since)
);

-- Evidence: added to, never changed.
CREATE TABLE security_event (
    id       BIGINT       NOT NULL PRIMARY KEY,
    at       DATETIME(6)  NOT NULL,
    event    VARCHAR(32)  NOT NULL,
    account  VARCHAR(80)  NOT NULL COMMENT 'who did it, or whose name was given',
    address  VARCHAR(64)  NOT NULL,
    detail   VARCHAR(300) NOT NULL,
    KEY security_event_account (account, id)
);
