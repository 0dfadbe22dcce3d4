-- What became of an agency; said again, it takes the place of the first.
INSERT INTO succession (predecessor, successor, happened_on, kind, reason,
       author)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
    ON CONFLICT (predecessor, successor) DO UPDATE
   SET happened_on = excluded.happened_on, kind = excluded.kind,
       reason = excluded.reason, author = excluded.author;
