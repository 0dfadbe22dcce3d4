-- Rules of people that could not be applied.
SELECT rule, fault FROM rule_run WHERE fault <> '' ORDER BY rule;
