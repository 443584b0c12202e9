-- What role an account played is never taken back, but before the first posting, when another chart is chosen. The
-- application has no right to remove it otherwise. A dump has no procedures in it: this runs again after a restore, as the grants do.
CREATE OR REPLACE PROCEDURE forget_roles() SQL SECURITY DEFINER DELETE FROM account_role WHERE NOT EXISTS (SELECT 1 FROM posting);
