-- The log names a rule in full. It can be longer than what V158 has room for, which numbers of this range run before.
ALTER TABLE trial MODIFY strategy MEDIUMTEXT NOT NULL COMMENT 'name and parameters; of a sweep the grid';
