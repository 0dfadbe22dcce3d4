-- All that was said of findings, to be said in another archive.
SELECT fingerprint, verdict, reason, author, said_on, withdrawn
  FROM verdict ORDER BY id;
