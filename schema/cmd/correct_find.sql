-- The cell of a current filing that a correction is about.  printed is what
-- this program read, whatever was said of it since.
SELECT s.sha256, f.spelling, f.year, c.item, c.applicant,
       coalesce((SELECT k.printed FROM corrected_cell k
                  WHERE k.filing = f.id AND k.item = c.item
                    AND k.applicant = c.applicant AND k.kind = 'misread'),
                c.raw, c.value, '') AS printed
  FROM filing f
  JOIN source s ON s.id = f.source
  JOIN agency a ON a.id = f.agency
  JOIN cell c ON c.filing = f.id
 WHERE f.is_current = 1 AND f.year = :year
   AND (a.name = :agency OR a.id IN
        (SELECT agency FROM agency_alias WHERE spelling = :agency))
   AND c.item = :item AND c.applicant = :applicant;
