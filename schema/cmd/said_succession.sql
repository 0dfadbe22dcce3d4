-- All that was said to have become of agencies, for another archive.
SELECT predecessor, successor, happened_on, kind, reason, author, said_on,
       withdrawn
  FROM succession ORDER BY id;
