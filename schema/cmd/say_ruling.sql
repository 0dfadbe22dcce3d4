-- What an agency's name stands for, or that it is taken back.
INSERT INTO agency_ruling (spelling, path, division_code, kind, same_as,
       reason, author, said_on, withdrawn)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, CAST(?9 AS INTEGER));
