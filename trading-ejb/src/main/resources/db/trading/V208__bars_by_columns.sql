-- Raw bars of a series by columns, which takes half the room of a row for each and is read at the speed of the bytes.
-- As traded, before any split or dividend. A bar that is replaced stays in bar_quarantine.

CREATE TABLE bar_part (
    series_id   BIGINT    NOT NULL,
    first_time  BIGINT    NOT NULL COMMENT 'milliseconds of the epoch, UTC: the end of a bar, or 00:00 of its trading day',
    last_time   BIGINT    NOT NULL,
    size        INT       NOT NULL COMMENT 'bars',
    content     LONGBLOB  NOT NULL COMMENT 'all times, then open, high, low, close, volume; eight bytes a value, big end first',
    PRIMARY KEY (series_id, first_time)
);
