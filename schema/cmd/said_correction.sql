-- All that was said of figures, to be said in another archive.
SELECT sha256, agency, year, item, applicant, kind, printed, value, stated,
       reason, evidence, author, said_on, withdrawn
  FROM correction ORDER BY id;
