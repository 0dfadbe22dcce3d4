-- How many people are said to live where, to be said in another archive.
SELECT division_code, year, population, evidence
  FROM population ORDER BY id;
