-- A rule of somebody, as it was given.
SELECT text FROM user_rule_now WHERE rule = :rule;
