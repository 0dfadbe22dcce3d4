-- What people said in an archive, to be said in another.
SELECT fingerprint, verdict, reason, author FROM verdict ORDER BY id;
