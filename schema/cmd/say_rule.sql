-- A rule of somebody, or that it is taken back.
INSERT INTO user_rule (rule, text, reason, author, said_on, withdrawn)
VALUES (?1, ?2, ?3, ?4, ?5, CAST(?6 AS INTEGER));
