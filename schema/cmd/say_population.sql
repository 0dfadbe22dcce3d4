INSERT INTO population (division_code, year, population, evidence)
VALUES (?1, ?2, ?3, ?4);
