-- What a company begins its book with: stock, and the trial balance that it ties to.
CREATE TABLE opening_import (
    id             BINARY(16)  NOT NULL PRIMARY KEY COMMENT 'chosen by the client; of its posting too',
    row_no         BIGINT      NOT NULL UNIQUE,
    business_date  DATE        NOT NULL,
    status         VARCHAR(10) NOT NULL CHECK (status IN ('NEW', 'CHECKED', 'REFUSED', 'POSTED')),
    stock          MEDIUMTEXT  NULL COMMENT 'CSV as it came',
    trial_balance  MEDIUMTEXT  NULL COMMENT 'CSV as it came',
    stock_rows     INT         NULL,
    stock_value    BIGINT      NULL COMMENT 'minor units',
    findings       INT         NULL COMMENT 'how many, also those not kept',
    job_id         BIGINT      NULL,
    made_by        VARCHAR(64) NOT NULL,
    made_at        DATETIME(6) NOT NULL
);

CREATE TABLE opening_finding (
    import_id  BINARY(16)   NOT NULL,
    place      INT          NOT NULL,
    file       VARCHAR(16)  NOT NULL,
    line_no    BIGINT       NULL,
    code       VARCHAR(32)  NOT NULL,
    detail     VARCHAR(400) NOT NULL,
    PRIMARY KEY (import_id, place)
);
