-- Futures: one contract with its expiry, or all contracts of a root one after the other; and lots.

ALTER TABLE instrument
    MODIFY kind VARCHAR(12) NOT NULL CHECK (kind IN ('EQUITY', 'FUTURE', 'CONTINUOUS', 'COMMODITY', 'FX', 'CRYPTO', 'OTHER')),
    ADD lot_size   DECIMAL(20, 6)  NULL COMMENT 'traded in multiples of so many units; null for any fraction',
    ADD multiplier BIGINT          NULL COMMENT 'of a future: money for a point of the price',
    ADD margin     DECIMAL(20, 4)  NULL COMMENT 'of a future: money held back for a contract',
    ADD root       VARCHAR(32)     NULL COMMENT 'of a future: what its contracts have in common',
    ADD expiry     DATE            NULL COMMENT 'of a contract: its last day',
    ADD roll_by    VARCHAR(6)      NULL CHECK (roll_by IN ('EXPIRY', 'VOLUME')),
    ADD roll_days  INT             NULL COMMENT 'of all contracts: weekdays before the expiry',
    ADD joined     VARCHAR(10)     NULL CHECK (joined IN ('NONE', 'DIFFERENCE', 'RATIO')),
    ADD KEY instrument_root (root, expiry);
