-- The current filing of an agency for a year.
SELECT f.id, coalesce(a.name, f.spelling), f.year
  FROM filing f JOIN agency a ON a.id = f.agency
 WHERE f.is_current = 1 AND f.year = :year
   AND (a.name = :agency OR a.id IN
        (SELECT agency FROM agency_alias WHERE spelling = :agency))
 ORDER BY f.id;
