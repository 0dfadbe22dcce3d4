SELECT sha256, agency, year, item, applicant, printed, value, reason,
       evidence, author
  FROM correction ORDER BY id;
