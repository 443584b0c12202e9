-- What the log of suppliers' goods says can be undone, once, by a row of its own with the other sign.
ALTER TABLE consigned_event
    ADD COLUMN undoes BIGINT NULL COMMENT 'the row that it undoes',
    ADD UNIQUE KEY consigned_event_undoes (undoes);
