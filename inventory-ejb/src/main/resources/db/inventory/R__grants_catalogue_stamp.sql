-- Only the database itself says that something changed.
GRANT SELECT ON catalogue_stamp TO ${app};
