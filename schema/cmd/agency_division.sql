-- Agencies with a division of which nobody has said yet what became of them.
SELECT a.division_code, a.key, max(f.year) AS last_year
  FROM agency a
  JOIN filing f ON f.agency = a.id
 WHERE a.division_code IS NOT NULL
   AND a.key NOT IN (SELECT predecessor FROM succession_now)
 GROUP BY a.id
 ORDER BY a.division_code, a.key;
