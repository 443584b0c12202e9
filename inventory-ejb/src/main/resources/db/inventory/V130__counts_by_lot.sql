-- A line of a count is of one lot where its item is kept by lot. Of items by serial number there is a line more, for how many
-- pieces lie there in all: what was not scanned then is not there.
ALTER TABLE stock_count_line
    ADD COLUMN lot_id BIGINT NOT NULL DEFAULT 0 COMMENT '0: not kept by lot, or all pieces of an item by serial number' AFTER item_id,
    DROP KEY stock_count_line_item,
    ADD UNIQUE KEY stock_count_line_item (count_id, item_id, lot_id);

ALTER TABLE stock_count_entry
    ADD COLUMN lot_id BIGINT NOT NULL DEFAULT 0 AFTER item_id,
    DROP KEY stock_count_entry_line,
    ADD KEY stock_count_entry_line (count_id, item_id, lot_id, id);
