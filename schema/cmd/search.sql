-- Where a text stands in the sections of current filings.
SELECT coalesce(a.name, f.spelling) AS agency, f.year, t.ordinal AS section,
       t.line, s.path AS file,
       trim(replace(substr(t.text, max(instr(t.text, :text) - 20, 1),
           length(:text) + 60), char(10), ' ')) AS text
  FROM section t
  JOIN filing f ON f.id = t.filing
  JOIN source s ON s.id = f.source
  LEFT JOIN agency a ON a.id = f.agency
 WHERE f.is_current = 1 AND instr(t.text, :text) > 0
   AND (:agency IS NULL OR instr(coalesce(a.name, f.spelling), :agency) > 0)
   AND (:year IS NULL OR f.year = :year)
 ORDER BY agency, f.year, f.id, t.ordinal;
