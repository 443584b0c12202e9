-- What somebody looks for may be any text: compared with an ASCII column, a text that ASCII cannot hold is an error and not another lot.
ALTER TABLE lot MODIFY code VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'lot or serial number as the maker prints it';
