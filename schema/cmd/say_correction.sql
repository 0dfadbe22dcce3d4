-- A correction, or that it is taken back.
INSERT INTO correction (sha256, agency, year, item, applicant, kind, printed,
       value, stated, reason, evidence, author, said_on, withdrawn)
VALUES (?1, ?2, CAST(?3 AS INTEGER), ?4, ?5, ?6, ?7, CAST(?8 AS NUMERIC), ?9,
       ?10, ?11, ?12, ?13, CAST(?14 AS INTEGER));
