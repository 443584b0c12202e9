ALTER TABLE item
    ADD COLUMN tracking VARCHAR(8) NOT NULL DEFAULT 'NONE' CHECK (tracking IN ('NONE', 'LOT', 'SERIAL')),
    ADD COLUMN perishable BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'each lot has a last day',
    MODIFY costing VARCHAR(10) NOT NULL CHECK (costing IN ('FIFO', 'LIFO', 'AVERAGE', 'STANDARD', 'SPECIFIC'));

CREATE TABLE lot (
    id       BIGINT      NOT NULL PRIMARY KEY,
    item_id  BIGINT      NOT NULL,
    code     VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'lot or serial number as the maker prints it',
    expires  DATE        NULL COMMENT 'last day of sale',
    UNIQUE KEY lot_item (item_id, code),
    KEY lot_expires (expires)
);

ALTER TABLE movement
    ADD COLUMN lot_id BIGINT NULL,
    ADD KEY movement_lot (lot_id);

ALTER TABLE cost_pool
    ADD COLUMN lot_id BIGINT NOT NULL DEFAULT 0 COMMENT '0 where all lots are valued together',
    DROP KEY cost_pool_item,
    ADD UNIQUE KEY cost_pool_item (item_id, location_id, lot_id);

-- A projection: may be deleted and rebuilt from the movements.
CREATE TABLE lot_stock (
    lot_id       BIGINT NOT NULL,
    location_id  BIGINT NOT NULL,
    item_id      BIGINT NOT NULL,
    on_hand      BIGINT NOT NULL,
    PRIMARY KEY (lot_id, location_id),
    KEY lot_stock_item (item_id, on_hand)
);

INSERT INTO proof_law (law) VALUES ('LOTS');
