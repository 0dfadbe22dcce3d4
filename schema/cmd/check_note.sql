-- What "nianbao check --notes" lists: what this program says of its own
-- reading, of files without a filing as well.
SELECT coalesce(a.name, f.spelling) AS agency, f.year, n.name AS note,
       n.level, CASE WHEN :zh THEN k.text_zh ELSE k.text_en END AS meaning,
       n.detail, n.line, s.path AS file
  FROM note n
  JOIN source s ON s.id = n.source
  JOIN note_kind k ON k.name = n.name
  LEFT JOIN filing f ON f.id = n.filing
  LEFT JOIN agency a ON a.id = f.agency
 WHERE s.is_current = 1
   AND (:agency IS NULL OR instr(coalesce(a.name, f.spelling), :agency) > 0)
   AND (:year_from IS NULL OR f.year >= :year_from)
   AND (:year_to IS NULL OR f.year <= :year_to)
 ORDER BY s.path, n.id;
