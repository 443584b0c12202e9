-- A model that could be changed would not be the one that was approved.
GRANT SELECT, INSERT ON learned_model TO ${app};
GRANT SELECT, INSERT ON learned_study TO ${app};
GRANT SELECT, INSERT ON learned_model_decision TO ${app};
