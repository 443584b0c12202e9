-- What is valued together: each site by itself, the sites of a group, or the whole company. By category, as all costing rules.
ALTER TABLE cost_policy
    ADD COLUMN scope VARCHAR(10) NOT NULL DEFAULT 'LOCATION' CHECK (scope IN ('COMPANY', 'GROUP', 'LOCATION'));
UPDATE cost_policy SET scope = (SELECT costing_scope FROM company);
ALTER TABLE company DROP COLUMN costing_scope;

-- Its number is the place of the pools of a group: it is no number of a location.
CREATE TABLE location_group (
    id       BIGINT       NOT NULL PRIMARY KEY,
    code     VARCHAR(32)  NOT NULL UNIQUE,
    name     VARCHAR(120) NOT NULL,
    active   BOOLEAN      NOT NULL DEFAULT TRUE,
    version  INT          NOT NULL DEFAULT 0
);
ALTER TABLE location
    ADD COLUMN location_group_id BIGINT NULL COMMENT 'of a site; null: it is a group by itself',
    ADD KEY location_group (location_group_id);
