-- The days of a reservation may be changed; the log says what they were.
ALTER TABLE reservation_event
    MODIFY COLUMN kind VARCHAR(10) NOT NULL
        CHECK (kind IN ('RESERVED', 'ARRIVED', 'FULFILLED', 'RELEASED', 'EXPIRED', 'MOVED'));
