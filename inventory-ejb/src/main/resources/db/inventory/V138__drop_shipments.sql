-- Orders that a supplier ships to a customer. The goods pass through a place of their own, in and out with the same act.
ALTER TABLE location ADD COLUMN drop_ship BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'the place of drop shipments: nothing stays, and it is costed apart';
ALTER TABLE purchase_order ADD COLUMN customer_id BIGINT NULL COMMENT 'to whom the supplier ships it; null: it comes to the location';
ALTER TABLE purchase_order_line ADD COLUMN sale_price DECIMAL(20, 6) NULL
    COMMENT 'what the customer pays for a unit, without tax, in major units of the company''s currency';
