-- What became of an agency, or that it is taken back.
INSERT INTO succession (predecessor, successor, happened_on, kind, reason,
       author, said_on, withdrawn)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, CAST(?8 AS INTEGER));
