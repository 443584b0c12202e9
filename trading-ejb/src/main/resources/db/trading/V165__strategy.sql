-- Rules under a name. Each save is a new version; what a backtest or a sweep named stays as it was.

CREATE TABLE strategy_version (
    name         VARCHAR(64)    NOT NULL,
    version      INT            NOT NULL COMMENT 'from 1',
    entry        VARCHAR(2000)  NULL COMMENT 'when to go long',
    exit_rule    VARCHAR(2000)  NULL,
    short_entry  VARCHAR(2000)  NULL,
    short_exit   VARCHAR(2000)  NULL,
    parameters   VARCHAR(2000)  NOT NULL COMMENT 'named numbers with the ranges they may be tried in; empty of none',
    note         VARCHAR(200)   NULL COMMENT 'why',
    saved_at     DATETIME(6)    NOT NULL COMMENT 'UTC',
    saved_by     VARCHAR(64)    NOT NULL,
    PRIMARY KEY (name, version),
    CONSTRAINT strategy_version_entry CHECK (entry IS NOT NULL OR short_entry IS NOT NULL)
);

ALTER TABLE backtest ADD saved VARCHAR(80) NULL COMMENT 'name and version of a saved strategy' AFTER parameters;
