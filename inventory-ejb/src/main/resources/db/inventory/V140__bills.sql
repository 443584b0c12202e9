-- What items are made of. A changed bill is a new version; none is ever changed or deleted.
CREATE TABLE bill (
    id         BIGINT         NOT NULL PRIMARY KEY,
    item_id    BIGINT         NOT NULL COMMENT 'what is made, or sold as one',
    version    INT            NOT NULL COMMENT 'of the item, from 1; the highest counts',
    kind       VARCHAR(10)    NOT NULL CHECK (kind IN ('ASSEMBLY', 'KIT', 'WITHDRAWN')),
    makes      BIGINT         NOT NULL COMMENT 'millionths of the item that come of the parts' CHECK (makes > 0),
    labour     DECIMAL(20, 6) NOT NULL DEFAULT 0 COMMENT 'major units for each unit made',
    overhead   DECIMAL(20, 6) NOT NULL DEFAULT 0,
    note       VARCHAR(200)   NULL,
    made_by    VARCHAR(64)    NOT NULL,
    made_at    DATETIME(6)    NOT NULL COMMENT 'UTC',
    UNIQUE KEY bill_item (item_id, version)
);

CREATE TABLE bill_part (
    bill_id   BIGINT        NOT NULL,
    line_no   INT           NOT NULL,
    item_id   BIGINT        NOT NULL,
    quantity  BIGINT        NOT NULL COMMENT 'millionths that are in what is made' CHECK (quantity > 0),
    scrap     DECIMAL(9, 6) NOT NULL DEFAULT 0 COMMENT 'so much more of it is taken and lost' CHECK (scrap >= 0),
    PRIMARY KEY (bill_id, line_no),
    KEY bill_part_item (item_id)
);

INSERT INTO account (code, name, kind) VALUES ('5600', 'Labour and overhead in goods made', 'EXPENSE');
INSERT INTO account_mapping (role, category_id, account_code) VALUES ('CONVERSION', 0, '5600');
INSERT INTO account_role (role, account_code) VALUES ('CONVERSION', '5600');
