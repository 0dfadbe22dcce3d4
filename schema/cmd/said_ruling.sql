-- All that was said of names, to be said in another archive.
SELECT spelling, path, division_code, kind, same_as, reason, author, said_on,
       withdrawn
  FROM agency_ruling ORDER BY id;
