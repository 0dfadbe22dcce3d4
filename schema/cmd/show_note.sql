-- What this program has to say of its own reading of one filing.
SELECT n.level, n.name, n.line, n.detail,
       CASE WHEN :zh THEN k.text_zh ELSE k.text_en END AS meaning
  FROM note n
  JOIN note_kind k ON k.name = n.name
  JOIN filing f ON f.id = :filing
 WHERE n.source = f.source AND (n.filing IS NULL OR n.filing = f.id)
 ORDER BY n.id;
