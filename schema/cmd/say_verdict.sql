-- A verdict, or that it is taken back.
INSERT INTO verdict (fingerprint, verdict, reason, author, said_on,
       withdrawn)
VALUES (?1, ?2, ?3, ?4, ?5, CAST(?6 AS INTEGER));
