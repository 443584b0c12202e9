-- A kit is sold as one line and leaves as its parts: which lines of a sale, or of a reservation, belong together.
CREATE TABLE sale_kit (
    posting_seq  BIGINT         NOT NULL,
    line_no      INT            NOT NULL COMMENT 'of a part',
    kit_line     INT            NOT NULL COMMENT 'of the document: the line of the first part',
    item_id      BIGINT         NOT NULL COMMENT 'the kit',
    quantity     BIGINT         NOT NULL COMMENT 'kits, millionths, negative when brought back',
    unit_price   DECIMAL(20, 6) NOT NULL COMMENT 'of the kit',
    PRIMARY KEY (posting_seq, line_no),
    KEY sale_kit_item (item_id)
);

ALTER TABLE reservation_line
    ADD COLUMN kit_line     INT    NULL COMMENT 'the line of the kit that it is a part of: that of its first part',
    ADD COLUMN kit_item_id  BIGINT NULL,
    ADD COLUMN kit_quantity BIGINT NULL COMMENT 'of the kit, millionths';
