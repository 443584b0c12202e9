-- What came otherwise than its delivery note says, line by line of the order; evidence, sealed with the receipt.
CREATE TABLE receipt_discrepancy (
    posting_seq  BIGINT       NOT NULL,
    order_id     BINARY(16)   NOT NULL,
    line_no      INT          NOT NULL COMMENT 'of the order',
    delivered    BIGINT       NOT NULL COMMENT 'by the delivery note, millionths',
    accepted     BIGINT       NOT NULL COMMENT 'fit, and in stock',
    damaged      BIGINT       NOT NULL COMMENT 'came damaged',
    kept         BOOLEAN      NOT NULL COMMENT 'whether what is damaged is in stock and is paid for; else it goes back',
    over_order   BIGINT       NOT NULL COMMENT 'accepted and kept beyond what was ordered',
    reason       VARCHAR(200) NULL,
    PRIMARY KEY (posting_seq, line_no),
    KEY receipt_discrepancy_order (order_id)
);
