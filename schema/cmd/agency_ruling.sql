-- What people said about names, to be said in another archive.
SELECT spelling, path, division_code, kind, same_as, reason, author
  FROM agency_ruling ORDER BY id;
