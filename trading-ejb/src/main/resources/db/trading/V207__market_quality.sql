-- What was found when all series were last looked through, to tell what got worse since.

CREATE TABLE series_look (
    series_id   BIGINT       NOT NULL PRIMARY KEY,
    looked_at   DATETIME(6)  NOT NULL,
    gaps        INT          NOT NULL,
    missing     INT          NULL COMMENT 'sessions; null without a calendar, as are the bars outside',
    outside     BIGINT       NULL,
    held        BIGINT       NOT NULL COMMENT 'in quarantine',
    behind      INT          NULL COMMENT 'sessions that ended since the last bar, or days without a calendar; null without bars'
);
