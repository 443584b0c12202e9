-- Who let a row in or dismissed it, and why, may be read and added to, never changed.
GRANT SELECT, INSERT ON bar_decision TO ${app};
