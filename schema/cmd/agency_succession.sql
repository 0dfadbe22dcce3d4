-- What became of agencies, to be said in another archive.
SELECT predecessor, successor, happened_on, kind, reason, author
  FROM succession ORDER BY id;
