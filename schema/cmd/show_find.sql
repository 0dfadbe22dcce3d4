-- The filings that "nianbao show" may mean: of a source, or of an agency
-- and a year.  exactly is 1 when the name is the agency's, or a spelling
-- of it, and 0 when it is only part of it.
SELECT f.id, f.source, s.path, coalesce(a.name, f.spelling) AS agency,
       f.year, f.form, f.title, s.by_line,
       :source IS NOT NULL OR a.name = :agency OR a.id IN
           (SELECT agency FROM agency_alias WHERE spelling = :agency)
           AS exactly, f.ordinal
  FROM filing f
  JOIN source s ON s.id = f.source
  LEFT JOIN agency a ON a.id = f.agency
 WHERE f.source = :source
    OR (f.year = :year AND f.is_current = 1
        AND (instr(a.name, :agency) > 0 OR a.id IN
             (SELECT agency FROM agency_alias WHERE spelling = :agency)))
 ORDER BY exactly DESC, f.id;
