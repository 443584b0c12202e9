-- Goods that are kept and valued in what they weigh, and whose pieces are counted beside it.
ALTER TABLE item
    ADD COLUMN piece_size      BIGINT        NULL COMMENT 'what one piece is about, millionths of a stock unit',
    ADD COLUMN piece_tolerance DECIMAL(7, 6) NULL COMMENT 'share by which the average piece of a line may be off',
    ADD CONSTRAINT item_pieces CHECK ((piece_size IS NULL) = (piece_tolerance IS NULL) AND COALESCE(piece_size, 1) > 0);

ALTER TABLE movement
    ADD COLUMN pieces BIGINT NULL COMMENT 'of goods whose pieces are counted, signed as they changed';

-- A projection: may be deleted and rebuilt from the movements.
CREATE TABLE piece_stock (
    item_id      BIGINT NOT NULL,
    location_id  BIGINT NOT NULL,
    lot_id       BIGINT NOT NULL COMMENT '0 where the item is not kept by lot',
    pieces       BIGINT NOT NULL,
    PRIMARY KEY (item_id, location_id, lot_id)
);

INSERT INTO proof_law (law) VALUES ('PIECES');

ALTER TABLE stock_count_line ADD COLUMN pieces BIGINT NULL COMMENT 'counted of catch-weight goods';
ALTER TABLE stock_count_entry ADD COLUMN pieces BIGINT NULL COMMENT 'counted of catch-weight goods so far';
ALTER TABLE stock_count_result
    ADD COLUMN expected_pieces BIGINT NULL,
    ADD COLUMN counted_pieces  BIGINT NULL;
