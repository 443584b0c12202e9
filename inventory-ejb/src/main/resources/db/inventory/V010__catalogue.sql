-- What can be stocked, where, from whom and for whom. Row numbers come from entrepot_id; version is for If-Match.

-- One unit is numerator / denominator of its dimension's base unit, exactly: 1 lb = 45359237 / 100000000 kg.
CREATE TABLE unit (
    code         VARCHAR(16)  NOT NULL PRIMARY KEY,
    name         VARCHAR(80)  NOT NULL,
    dimension    VARCHAR(10)  NOT NULL CHECK (dimension IN ('COUNT', 'MASS', 'LENGTH', 'VOLUME', 'AREA', 'TIME')),
    numerator    BIGINT       NOT NULL CHECK (numerator > 0),
    denominator  BIGINT       NOT NULL CHECK (denominator > 0)
);

CREATE TABLE category (
    id       BIGINT       NOT NULL PRIMARY KEY,
    code     VARCHAR(32)  NOT NULL UNIQUE,
    name     VARCHAR(120) NOT NULL,
    version  INT          NOT NULL DEFAULT 0
);

CREATE TABLE tax_code (
    code    VARCHAR(16)   NOT NULL PRIMARY KEY,
    name    VARCHAR(80)   NOT NULL,
    rate    DECIMAL(9, 6) NOT NULL COMMENT 'share of the net amount: 0.2 for twenty percent' CHECK (rate >= 0),
    active  BOOLEAN       NOT NULL DEFAULT TRUE
);

CREATE TABLE location (
    id       BIGINT       NOT NULL PRIMARY KEY,
    code     VARCHAR(32)  NOT NULL UNIQUE,
    name     VARCHAR(120) NOT NULL,
    active   BOOLEAN      NOT NULL DEFAULT TRUE,
    version  INT          NOT NULL DEFAULT 0
);

CREATE TABLE supplier (
    id              BIGINT       NOT NULL PRIMARY KEY,
    code            VARCHAR(32)  NOT NULL UNIQUE,
    name            VARCHAR(120) NOT NULL,
    email           VARCHAR(254) NULL,
    lead_time_days  INT          NOT NULL COMMENT 'as the supplier states it' CHECK (lead_time_days >= 0),
    active          BOOLEAN      NOT NULL DEFAULT TRUE,
    version         INT          NOT NULL DEFAULT 0
);

CREATE TABLE customer (
    id       BIGINT       NOT NULL PRIMARY KEY,
    code     VARCHAR(32)  NOT NULL UNIQUE,
    name     VARCHAR(120) NOT NULL,
    email    VARCHAR(254) NULL,
    active   BOOLEAN      NOT NULL DEFAULT TRUE,
    version  INT          NOT NULL DEFAULT 0
);

CREATE TABLE item (
    id             BIGINT         NOT NULL PRIMARY KEY,
    sku            VARCHAR(32)    NOT NULL UNIQUE,
    name           VARCHAR(200)   NOT NULL,
    unit_code      VARCHAR(16)    NOT NULL COMMENT 'the unit stock is kept in',
    category_id    BIGINT         NULL,
    costing        VARCHAR(10)    NOT NULL CHECK (costing IN ('FIFO', 'AVERAGE')),
    tax_code       VARCHAR(16)    NULL,
    supplier_id    BIGINT         NULL COMMENT 'whom it is bought from',
    purchase_cost  DECIMAL(20, 6) NULL COMMENT 'what the supplier asks for a unit, major units of the company currency',
    pack           BIGINT         NOT NULL DEFAULT 1000000 COMMENT 'millionths of a unit in a pack of the supplier' CHECK (pack > 0),
    minimum_order  BIGINT         NOT NULL DEFAULT 0 COMMENT 'millionths' CHECK (minimum_order >= 0),
    service_level  DECIMAL(7, 6)  NULL COMMENT 'share of cycles without a stock-out; null: the company''s',
    active         BOOLEAN        NOT NULL DEFAULT TRUE,
    version        INT            NOT NULL DEFAULT 0,
    KEY item_category (category_id),
    KEY item_supplier (supplier_id),
    KEY item_name (name)
);

-- Other units an item is bought or sold in: one of them is numerator / denominator of the stock unit.
CREATE TABLE item_unit (
    item_id      BIGINT      NOT NULL,
    unit_code    VARCHAR(16) NOT NULL,
    numerator    BIGINT      NOT NULL CHECK (numerator > 0),
    denominator  BIGINT      NOT NULL CHECK (denominator > 0),
    PRIMARY KEY (item_id, unit_code)
);

CREATE TABLE barcode (
    gtin       VARCHAR(14) NOT NULL PRIMARY KEY COMMENT 'GTIN-8, 12, 13 or 14 as printed',
    item_id    BIGINT      NOT NULL,
    unit_code  VARCHAR(16) NULL COMMENT 'what one scan stands for; null: the stock unit',
    KEY barcode_item (item_id)
);

INSERT INTO unit VALUES
    ('EA', 'each', 'COUNT', 1, 1), ('PAIR', 'pair', 'COUNT', 2, 1), ('DOZ', 'dozen', 'COUNT', 12, 1),
    ('KG', 'kilogram', 'MASS', 1, 1), ('G', 'gram', 'MASS', 1, 1000), ('T', 'tonne', 'MASS', 1000, 1),
    ('LB', 'pound', 'MASS', 45359237, 100000000), ('OZ', 'ounce', 'MASS', 45359237, 1600000000),
    ('OZT', 'troy ounce', 'MASS', 311034768, 10000000000),
    ('M', 'metre', 'LENGTH', 1, 1), ('CM', 'centimetre', 'LENGTH', 1, 100), ('KM', 'kilometre', 'LENGTH', 1000, 1),
    ('FT', 'foot', 'LENGTH', 3048, 10000), ('IN', 'inch', 'LENGTH', 254, 10000), ('YD', 'yard', 'LENGTH', 9144, 10000),
    ('L', 'litre', 'VOLUME', 1, 1), ('ML', 'millilitre', 'VOLUME', 1, 1000),
    ('M2', 'square metre', 'AREA', 1, 1), ('H', 'hour', 'TIME', 1, 1);
