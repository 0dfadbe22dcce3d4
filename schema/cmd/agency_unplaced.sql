-- Agencies without a place, with what may help to find it: a file of theirs,
-- the source of its page, the last year, and the codes that fit, if several.
SELECT a.name, s.path, coalesce(f.source_org, '') AS source_org,
       max(coalesce(f.year, 0)) AS year,
       coalesce((SELECT substr(n.detail, instr(n.detail, ': ') + 2)
                   FROM note n
                  WHERE n.filing = f.id AND n.name = 'AMBIGUOUS_PLACE'
                  LIMIT 1), '') AS codes
  FROM agency a
  JOIN filing f ON f.agency = a.id
  JOIN source s ON s.id = f.source
 WHERE a.division_code IS NULL AND a.level IS NOT 'central'
 GROUP BY a.id
 ORDER BY a.name, a.id;
