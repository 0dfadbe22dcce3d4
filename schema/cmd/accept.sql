-- A verdict; a second one about the same finding takes its place.
INSERT INTO verdict (fingerprint, verdict, reason, author)
VALUES (?1, ?2, ?3, ?4)
    ON CONFLICT (fingerprint) DO UPDATE
   SET verdict = excluded.verdict, reason = excluded.reason,
       author = excluded.author;
