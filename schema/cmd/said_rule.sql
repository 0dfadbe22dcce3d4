-- All rules of people, to be kept in another archive.
SELECT rule, text, reason, author, said_on, withdrawn
  FROM user_rule ORDER BY id;
