-- Where the history of an item may be run from. A projection: may be deleted, and is made again when its history is run.
CREATE TABLE cost_checkpoint (
    item_id  BIGINT     NOT NULL,
    as_of    DATE       NOT NULL COMMENT 'the end of this business date',
    state    MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'JSON: its pools with layers and shortages, and its places',
    PRIMARY KEY (item_id, as_of)
);
