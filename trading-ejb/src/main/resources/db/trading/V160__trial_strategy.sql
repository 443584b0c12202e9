-- The log names a rule in full.
ALTER TABLE trial MODIFY strategy MEDIUMTEXT NOT NULL COMMENT 'name and parameters; of a sweep the grid';
