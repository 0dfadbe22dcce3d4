-- The errors, for a page.
SELECT coalesce(a.name, f.spelling) AS agency, f.year, g.rule,
       CASE WHEN :zh THEN r.title_zh ELSE r.title_en END AS meaning, g.place,
       g.left_value, g.right_value, g.detail, g.line, s.path AS file,
       v.verdict
  FROM found g
  JOIN filing f ON f.id = g.filing AND f.is_current
  JOIN source s ON s.id = f.source
  LEFT JOIN rule r ON r.id = g.rule
  LEFT JOIN agency a ON a.id = f.agency
  LEFT JOIN verdict_now v ON v.fingerprint = g.fingerprint
 WHERE g.severity = 'error'
 ORDER BY agency, f.year, f.id, g.rule, g.line, g.place;
