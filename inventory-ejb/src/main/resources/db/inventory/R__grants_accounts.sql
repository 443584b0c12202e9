GRANT SELECT, INSERT, UPDATE ON user_account TO ${app};
GRANT SELECT, INSERT, DELETE ON user_role TO ${app};
GRANT SELECT, INSERT, UPDATE ON api_token TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON login_guard TO ${app};
GRANT SELECT, INSERT ON security_event TO ${app};
