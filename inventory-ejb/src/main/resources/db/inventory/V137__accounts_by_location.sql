-- Which account plays a role may differ by site too, and from a day on. Site 0: all that have none of their own.
ALTER TABLE account_mapping
    ADD COLUMN site_id BIGINT NOT NULL DEFAULT 0 AFTER category_id,
    ADD COLUMN valid_from DATE NOT NULL DEFAULT '1000-01-01' COMMENT 'the first: from the beginning' AFTER site_id,
    DROP PRIMARY KEY,
    ADD PRIMARY KEY (role, category_id, site_id, valid_from);
