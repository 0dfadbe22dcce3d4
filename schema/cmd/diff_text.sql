-- The text of a filing.
SELECT text FROM section WHERE filing = :filing AND ordinal > 0
 ORDER BY ordinal;
