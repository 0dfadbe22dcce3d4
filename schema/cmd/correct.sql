INSERT INTO correction (sha256, agency, year, item, applicant, printed,
       value, reason, evidence, author)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, CAST(?7 AS NUMERIC), ?8, ?9, ?10);
