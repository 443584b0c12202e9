-- Long work: one row a job, so that everybody sees how far it is and it survives a restart.

CREATE TABLE job (
    id            BIGINT       NOT NULL PRIMARY KEY,
    kind          VARCHAR(48)  NOT NULL,
    title         VARCHAR(160) NOT NULL,
    parameters    MEDIUMTEXT   NOT NULL COMMENT 'JSON',
    status        VARCHAR(10)  NOT NULL CHECK (status IN ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    done          BIGINT       NOT NULL DEFAULT 0,
    total         BIGINT       NOT NULL DEFAULT 0 COMMENT '0 while nobody knows',
    checkpoint    MEDIUMTEXT   NULL COMMENT 'JSON: where the next attempt goes on',
    outcome       MEDIUMTEXT   NULL COMMENT 'JSON: what came of it',
    failure       VARCHAR(1000) NULL,
    requested_by  VARCHAR(64)  NOT NULL,
    attempts      INT          NOT NULL DEFAULT 0,
    cancel_asked  BOOLEAN      NOT NULL DEFAULT FALSE,
    tick          VARCHAR(80)  NULL COMMENT 'kind and day of a scheduled job: each once',
    lease_owner   VARCHAR(64)  NULL,
    lease_until   DATETIME(6)  NULL,
    created_at    DATETIME(6)  NOT NULL,
    started_at    DATETIME(6)  NULL,
    finished_at   DATETIME(6)  NULL,
    UNIQUE KEY job_tick (tick),
    KEY job_status (status, id),
    KEY job_kind (kind, id)
);

CREATE TABLE job_line (
    id      BIGINT        NOT NULL PRIMARY KEY,
    job_id  BIGINT        NOT NULL,
    at      DATETIME(6)   NOT NULL,
    text    VARCHAR(1000) NOT NULL,
    KEY job_line_job (job_id, id)
);
