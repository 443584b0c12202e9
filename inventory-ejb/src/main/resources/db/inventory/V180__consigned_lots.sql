-- Goods of suppliers keep their lots. What came before has none, whatever its item says: it can go back, and no more.
ALTER TABLE consigned_stock
    ADD COLUMN lot_id BIGINT NOT NULL DEFAULT 0 COMMENT '0 where goods are not kept by lot',
    DROP PRIMARY KEY,
    ADD PRIMARY KEY (item_id, location_id, supplier_id, lot_id),
    ADD KEY consigned_stock_lot (lot_id);

ALTER TABLE consigned_event
    ADD COLUMN lot_id BIGINT NOT NULL DEFAULT 0,
    DROP KEY consigned_event_document,
    ADD UNIQUE KEY consigned_event_document (document, line_no, kind, lot_id),
    ADD KEY consigned_event_lot (lot_id);
