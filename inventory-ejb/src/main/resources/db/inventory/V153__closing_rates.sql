-- What an open invoice in another currency was brought to by the rate of a day: evidence, sealed with the posting.
CREATE TABLE payable_revaluation (
    posting_seq  BIGINT      NOT NULL,
    invoice_seq  BIGINT      NOT NULL COMMENT 'posting of the invoice',
    currency     CHAR(3)     NOT NULL,
    rate         VARCHAR(26) NOT NULL COMMENT 'a text, so that all its digits are sealed',
    owed         BIGINT      NOT NULL COMMENT 'smallest units of that currency',
    worth        BIGINT      NOT NULL COMMENT 'minor units, from then on',
    difference   BIGINT      NOT NULL COMMENT 'minor units that it is worth more than it stood at',
    PRIMARY KEY (posting_seq, invoice_seq),
    KEY payable_revaluation_invoice (invoice_seq)
);
