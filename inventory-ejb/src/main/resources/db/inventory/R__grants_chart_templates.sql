GRANT EXECUTE ON PROCEDURE forget_roles TO ${app};
