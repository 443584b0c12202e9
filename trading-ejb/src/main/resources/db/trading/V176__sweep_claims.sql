-- Who makes, or made, which chunk: whoever writes the row first.

CREATE TABLE sweep_claim (
    sweep  BIGINT       NOT NULL,
    chunk  INT          NOT NULL,
    run    VARCHAR(64)  NOT NULL COMMENT 'of the node',
    node   VARCHAR(64)  NOT NULL COMMENT 'its name',
    PRIMARY KEY (sweep, chunk)
);
