-- Agencies and what there is of them.
SELECT a.name AS agency, a.key, a.level, a.kind, d.path AS division,
       count(f.id) AS filings, min(f.year) AS first_year,
       max(f.year) AS last_year,
       (SELECT count(*) FROM agency_alias l WHERE l.agency = a.id)
           AS spellings,
       a.is_ambiguous AS ambiguous
  FROM agency a
  LEFT JOIN division d ON d.code = a.division_code
  JOIN filing f ON f.agency = a.id
 WHERE (:level IS NULL OR a.level = :level)
   AND (:kind IS NULL OR a.kind = :kind)
   AND (:parent IS NULL
        OR substr(a.division_code, 1, length(:parent))
           = CAST(:parent AS TEXT))
   AND (:unplaced IS NULL
        OR (a.division_code IS NULL AND a.level IS NOT 'central'))
   AND (:ambiguous IS NULL OR a.is_ambiguous)
 GROUP BY a.id
 ORDER BY a.division_code IS NULL, a.division_code, a.kind, a.name;
