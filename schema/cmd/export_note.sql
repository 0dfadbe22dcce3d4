-- What this program has to say of its own reading.
SELECT s.path, n.name, n.level, k.text_en AS meaning, n.detail, n.line
  FROM note n
  JOIN source s ON s.id = n.source
  JOIN note_kind k ON k.name = n.name
 ORDER BY n.id;
