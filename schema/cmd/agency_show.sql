-- All about one agency.
SELECT what, value, first_year, last_year, detail
  FROM (
SELECT 1 AS part, 0 AS n, 'agency' AS what, name AS value,
       NULL AS first_year, NULL AS last_year,
       CASE is_ambiguous WHEN 1 THEN 'the name fits several' ELSE '' END
           AS detail
  FROM agency WHERE id = :id
 UNION ALL
SELECT 2, 0, 'key', key, NULL, NULL, '' FROM agency
 WHERE id = :id AND key <> ''
 UNION ALL
SELECT 3, 0, 'level and kind', coalesce(level, '?') || ', '
       || coalesce(kind, '?'), NULL, NULL, '' FROM agency WHERE id = :id
 UNION ALL
SELECT 4, 0, 'division', d.path, NULL, NULL, a.evidence
  FROM agency a JOIN division d ON d.code = a.division_code
 WHERE a.id = :id
 UNION ALL
SELECT 4, 1, 'no division', '', NULL, NULL,
       CASE evidence WHEN '' THEN 'the name is not in the table, see suggest'
       ELSE evidence END
  FROM agency WHERE id = :id AND division_code IS NULL
   AND level IS NOT 'central'
 UNION ALL
SELECT 4, 2, 'may be', min(substr(n.detail, instr(n.detail, ': ') + 2)),
       NULL, NULL, ''
  FROM note n JOIN filing f ON f.id = n.filing
 WHERE f.agency = :id AND n.name = 'AMBIGUOUS_PLACE'
HAVING count(*) > 0
 UNION ALL
SELECT 5, 0, 'reports to', d.path, NULL, NULL, ''
  FROM agency a JOIN division d ON d.code = a.reporting_parent
 WHERE a.id = :id
 UNION ALL
SELECT 6, l.id, 'spelling', l.spelling, l.first_year, l.last_year, ''
  FROM agency_alias l WHERE l.agency = :id
 UNION ALL
SELECT 7, r.id, 'said', r.spelling, NULL, NULL,
       coalesce('in ' || r.division_code, 'is ' || r.same_as)
       || CASE r.path WHEN '' THEN '' ELSE ', below ' || r.path END
       || ': ' || r.reason || ' (' || r.author || ')'
  FROM ruling_now r
 WHERE r.spelling IN (SELECT spelling FROM agency_alias
                       WHERE agency = :id)
 UNION ALL
SELECT 8, s.id, s.kind || ' of', s.predecessor, NULL, NULL,
       s.happened_on || ': ' || s.reason || ' (' || s.author || ')'
  FROM succession_now s JOIN agency a ON a.id = :id
   AND s.successor = CASE a.key WHEN '' THEN a.name ELSE a.key END
 UNION ALL
SELECT 9, s.id, s.kind || ' to', s.successor, NULL, NULL,
       s.happened_on || ': ' || s.reason || ' (' || s.author || ')'
  FROM succession_now s JOIN agency a ON a.id = :id
   AND s.predecessor = CASE a.key WHEN '' THEN a.name ELSE a.key END
 UNION ALL
SELECT 10, f.year * 1000 + f.id, CASE f.is_current WHEN 1 THEN 'filing'
       ELSE 'replaced filing' END, f.title, f.year, f.year, s.path
  FROM filing f JOIN source s ON s.id = f.source WHERE f.agency = :id)
 ORDER BY part, n;
