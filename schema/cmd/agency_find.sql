-- The agencies that a person may mean by a name, a key or a code.
SELECT a.id, CASE a.key WHEN '' THEN a.name ELSE a.key END AS word, a.name,
       coalesce(d.path, '') AS division
  FROM agency a
  LEFT JOIN division d ON d.code = a.division_code
 WHERE a.key = :name OR a.name = :name
    OR (a.division_code = :name AND a.kind IN ('government', 'subdistrict'))
    OR a.id IN (SELECT agency FROM agency_alias WHERE spelling = :name)
 ORDER BY a.id;
