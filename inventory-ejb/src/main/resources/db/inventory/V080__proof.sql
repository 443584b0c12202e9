-- What the check that never stops has found: how far it is with each law, where it goes on, and what is broken now.

CREATE TABLE proof_law (
    law         VARCHAR(16) NOT NULL PRIMARY KEY,
    checked_at  DATETIME(6) NULL COMMENT 'UTC, the last look',
    up_to_seal  BIGINT      NOT NULL DEFAULT 0,
    new_rows    BIGINT      NOT NULL DEFAULT 0 COMMENT 'of the last look that found something new',
    whole_at    DATETIME(6) NULL COMMENT 'UTC, when the last pass over the whole book ended',
    whole_rows  BIGINT      NOT NULL DEFAULT 0 COMMENT 'of that pass',
    pass_rows   BIGINT      NOT NULL DEFAULT 0 COMMENT 'of the pass under way'
);

INSERT INTO proof_law (law) VALUES ('JOURNAL'), ('INVENTORY'), ('SALES'), ('ON_HAND'), ('VALUE'), ('LAYERS'), ('SEALED'), ('CHAIN');

CREATE TABLE proof_mark (
    name      VARCHAR(16) NOT NULL PRIMARY KEY,
    number    BIGINT      NOT NULL COMMENT 'of the last seal, item or posting that was looked at',
    position  BIGINT      NOT NULL COMMENT 'in the file outside the database'
);

INSERT INTO proof_mark VALUES ('NEW', 0, 0), ('CHAIN', 0, 0), ('ITEMS', 0, 0), ('POSTINGS', 0, 0), ('LINKS', 0, 0);

CREATE TABLE proof_finding (
    law       VARCHAR(16)  NOT NULL,
    subject   BIGINT       NOT NULL COMMENT 'number of the item, posting or seal, by the law',
    text      VARCHAR(1000) NOT NULL,
    found_at  DATETIME(6)  NOT NULL COMMENT 'UTC',
    seen_at   DATETIME(6)  NOT NULL COMMENT 'UTC, the last time it was still so',
    PRIMARY KEY (law, subject)
);
