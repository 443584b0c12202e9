-- Files that were brought in: one row a batch, what became of each row, and what came of it.

CREATE TABLE import_batch (
    id              BINARY(16)   NOT NULL PRIMARY KEY COMMENT 'chosen by the client',
    kind            VARCHAR(32)  NOT NULL,
    status          VARCHAR(10)  NOT NULL
                    CHECK (status IN ('NEW', 'CHECKED', 'POSTING', 'POSTED', 'UNDOING', 'UNDONE')),
    keep_duplicates BOOLEAN      NOT NULL,
    location        VARCHAR(32)  NOT NULL COMMENT 'code of the place all goods lie at',
    created_at      DATETIME(6)  NOT NULL,
    created_by      VARCHAR(64)  NOT NULL,
    job_id          BIGINT       NULL COMMENT 'the last job for it',
    findings        MEDIUMTEXT   NULL COMMENT 'JSON: what the dry run found',
    reconciliation  MEDIUMTEXT   NULL COMMENT 'JSON: how the batch ties to the journal'
);

CREATE TABLE import_file (
    batch_id  BINARY(16)   NOT NULL,
    name      VARCHAR(120) NOT NULL,
    bytes     BIGINT       NOT NULL,
    sha256    BINARY(32)   NOT NULL,
    PRIMARY KEY (batch_id, name),
    KEY import_file_content (sha256)
);

-- The account of reasons: adds up to the rows in the files.
CREATE TABLE import_reason (
    batch_id  BINARY(16)  NOT NULL,
    fate      VARCHAR(32) NOT NULL,
    code      VARCHAR(32) NOT NULL COMMENT 'of what is not kept in stock, else empty',
    rows_read BIGINT      NOT NULL,
    units     BIGINT      NOT NULL,
    amount    DECIMAL(20, 2) NOT NULL COMMENT 'price times quantity, negative when taken back',
    PRIMARY KEY (batch_id, fate, code)
);

CREATE TABLE import_rejection (
    batch_id  BINARY(16)    NOT NULL,
    file_no   INT           NOT NULL,
    line_no   BIGINT        NOT NULL,
    file_name VARCHAR(120)  NOT NULL,
    fate      VARCHAR(32)   NOT NULL,
    reason    VARCHAR(400)  NOT NULL,
    row_text  VARCHAR(1000) NOT NULL,
    PRIMARY KEY (batch_id, file_no, line_no)
);
