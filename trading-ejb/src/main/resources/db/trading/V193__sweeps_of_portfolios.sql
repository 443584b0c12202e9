-- A sweep may be of a portfolio; then symbol stands for all of its instruments.

ALTER TABLE sweep ADD symbols VARCHAR(2000) NULL COMMENT 'of a portfolio, one blank between two, in the order of the alphabet' AFTER symbol;
