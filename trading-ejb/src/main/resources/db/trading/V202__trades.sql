-- Single trades are a flow beside quotes and orders.

ALTER TABLE flow_series
    MODIFY kind VARCHAR(8) NOT NULL CHECK (kind IN ('QUOTES', 'ORDERS', 'TRADES'));

ALTER TABLE market_import
    MODIFY kind VARCHAR(8) NOT NULL CHECK (kind IN ('BARS', 'FACTORS', 'QUOTES', 'ORDERS', 'TRADES'));
