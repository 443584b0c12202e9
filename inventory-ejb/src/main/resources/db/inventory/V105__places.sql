-- A site has places: its bins. What lies at any of them is valued at the site, so that moving between them moves no value.

ALTER TABLE location
    ADD COLUMN of_site        BIGINT      NULL COMMENT 'the site a place belongs to, for good; null: it is a site',
    ADD COLUMN site_id        BIGINT      AS (COALESCE(of_site, id)) PERSISTENT,
    ADD COLUMN status         VARCHAR(10) NOT NULL DEFAULT 'AVAILABLE' COMMENT 'of what lies there; only AVAILABLE is sold'
        CHECK (status IN ('AVAILABLE', 'QUARANTINE', 'DAMAGED', 'INSPECTION')),
    ADD COLUMN zone           VARCHAR(32) NULL,
    ADD COLUMN pick_sequence  INT         NOT NULL DEFAULT 0 COMMENT 'the way through the site: lower first',
    ADD KEY location_site (site_id, pick_sequence),
    ADD KEY location_of_site (of_site);
