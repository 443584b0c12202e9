-- A count asks what of an item lay at a place for suppliers.
ALTER TABLE consigned_event
    ADD KEY consigned_event_item (item_id, location_id);
