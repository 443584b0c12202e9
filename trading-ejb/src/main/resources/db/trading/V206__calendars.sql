-- When instruments trade. Calendars that come with the product are no rows; persons make others, and exceptions of both.

CREATE TABLE trading_calendar (
    code        VARCHAR(16)   NOT NULL PRIMARY KEY,
    name        VARCHAR(80)   NOT NULL,
    zone        VARCHAR(40)   NOT NULL,
    opens       CHAR(5)       NOT NULL COMMENT 'local, such as 09:30',
    closes      CHAR(5)       NOT NULL COMMENT 'at or before the opening: it opens on the evening before; midnight is the end of the day',
    days        VARCHAR(7)    NOT NULL COMMENT 'of the week, 1 for Monday to 7',
    holidays    VARCHAR(12)   NOT NULL COMMENT 'the exchange whose holidays it has',
    version     INT           NOT NULL DEFAULT 0,
    created_at  DATETIME(6)   NOT NULL,
    created_by  VARCHAR(64)   NOT NULL
);

-- A day that is not as the rules say. Without a time it is closed.
CREATE TABLE calendar_exception (
    calendar  VARCHAR(16)  NOT NULL,
    day       DATE         NOT NULL,
    opens     CHAR(5)      NULL,
    closes    CHAR(5)      NULL,
    name      VARCHAR(80)  NOT NULL,
    added_at  DATETIME(6)  NOT NULL,
    added_by  VARCHAR(64)  NOT NULL,
    PRIMARY KEY (calendar, day)
);

ALTER TABLE instrument
    ADD calendar VARCHAR(16) NULL COMMENT 'by which it trades';

-- How whole a series is, counted anew with its gaps.
ALTER TABLE bar_series
    ADD sessions       INT          NULL COMMENT 'from the first bar to the last; null without a calendar, as are the two below' AFTER gaps,
    ADD missing        INT          NULL COMMENT 'sessions without a bar' AFTER sessions,
    ADD outside        BIGINT       NULL COMMENT 'bars that are of no session' AFTER missing,
    ADD longest_after  BIGINT       NULL COMMENT 'of the longest gap' AFTER outside,
    ADD longest_before BIGINT       NULL AFTER longest_after,
    ADD data_hash      CHAR(64)     NULL COMMENT 'SHA-256 of all bars: the version of the data; null until it is counted' AFTER longest_before,
    ADD changed_at     DATETIME(6)  NULL COMMENT 'when a bar was added or replaced last' AFTER data_hash,
    ADD changed_by     BIGINT       NULL COMMENT 'the import that did it, or what a person let in' AFTER changed_at;

UPDATE bar_series s SET changed_by = (SELECT MAX(b.import_id) FROM bar b WHERE b.series_id = s.id);
UPDATE bar_series s JOIN market_import m ON m.id = s.changed_by SET s.changed_at = m.imported_at;
