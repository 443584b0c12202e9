-- Goods of ours at a customer: in our stock and its value, sold to him alone.
ALTER TABLE location
    MODIFY COLUMN status VARCHAR(10) NOT NULL DEFAULT 'AVAILABLE' COMMENT 'of what lies there; only AVAILABLE is promised'
        CHECK (status IN ('AVAILABLE', 'QUARANTINE', 'DAMAGED', 'INSPECTION', 'CONSIGNED')),
    ADD COLUMN consigned_to BIGINT NULL COMMENT 'the customer, where the goods are CONSIGNED';

-- Goods of a supplier in our place: no stock of ours and no value, until they are sold or used.
CREATE TABLE consigned_stock (
    supplier_id  BIGINT         NOT NULL,
    item_id      BIGINT         NOT NULL,
    location_id  BIGINT         NOT NULL,
    on_hand      BIGINT         NOT NULL CHECK (on_hand >= 0),
    unit_cost    DECIMAL(20, 6) NOT NULL COMMENT 'what is owed for a unit that is sold or used',
    PRIMARY KEY (item_id, location_id, supplier_id)
);

-- Only added to: the sums of its quantities are what consigned_stock holds.
CREATE TABLE consigned_event (
    id           BIGINT         NOT NULL PRIMARY KEY,
    document     BINARY(16)     NOT NULL COMMENT 'chosen by the client, or the receipt that it became',
    line_no      INT            NOT NULL,
    kind         VARCHAR(10)    NOT NULL CHECK (kind IN ('ARRIVED', 'RETURNED', 'TAKEN')),
    supplier_id  BIGINT         NOT NULL,
    item_id      BIGINT         NOT NULL,
    location_id  BIGINT         NOT NULL,
    quantity     BIGINT         NOT NULL COMMENT 'change, millionths',
    unit_cost    DECIMAL(20, 6) NOT NULL,
    on_day       DATE           NOT NULL,
    reference    VARCHAR(64)    NULL,
    at           DATETIME(6)    NOT NULL COMMENT 'UTC',
    actor        VARCHAR(64)    NOT NULL,
    UNIQUE KEY consigned_event_document (document, line_no, kind),
    KEY consigned_event_supplier (supplier_id, on_day)
);
