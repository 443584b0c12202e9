-- A row in quarantine is let in or dismissed by a person, who says why. Each decision stays, also where a later one undoes it.

ALTER TABLE bar_quarantine
    MODIFY status VARCHAR(10) NOT NULL CHECK (status IN ('HELD', 'RELEASED', 'DISMISSED'));

CREATE TABLE bar_decision (
    id      BIGINT        NOT NULL PRIMARY KEY,
    row_id  BIGINT        NOT NULL COMMENT 'of bar_quarantine',
    status  VARCHAR(10)   NOT NULL CHECK (status IN ('RELEASED', 'DISMISSED')),
    at      DATETIME(6)   NOT NULL COMMENT 'UTC',
    actor   VARCHAR(64)   NOT NULL,
    note    VARCHAR(200)  NOT NULL,
    KEY bar_decision_row (row_id, id),
    KEY bar_decision_actor (actor)
);

INSERT INTO bar_decision (id, row_id, status, at, actor, note)
SELECT NEXT VALUE FOR entrepot_id, id, status, decided_at, decided_by, note FROM bar_quarantine WHERE status = 'RELEASED' ORDER BY decided_at, id;
