-- The cell of a current filing that a correction is about.
SELECT s.sha256, a.name, f.year, c.item, c.applicant,
       coalesce(c.raw, c.value, '') AS printed
  FROM filing f
  JOIN source s ON s.id = f.source
  JOIN agency a ON a.id = f.agency
  JOIN cell c ON c.filing = f.id
 WHERE f.is_current = 1 AND f.year = :year
   AND (a.name = :agency OR a.id IN
        (SELECT agency FROM agency_alias WHERE spelling = :agency))
   AND c.item = :item AND c.applicant = :applicant;
