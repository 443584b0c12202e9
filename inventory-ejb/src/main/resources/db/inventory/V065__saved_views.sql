-- Filters of a list that somebody keeps under a name; nobody else sees them.
CREATE TABLE saved_view (
    account   VARCHAR(64)   NOT NULL,
    page      VARCHAR(32)   NOT NULL,
    name      VARCHAR(60)   NOT NULL,
    query     VARCHAR(1000) NOT NULL COMMENT 'the part of the address behind the question mark',
    saved_at  DATETIME(6)   NOT NULL,
    PRIMARY KEY (account, page, name)
);
