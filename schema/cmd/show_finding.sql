-- What the rules say of one filing, gravest first.
SELECT g.severity, g.rule, g.place, g.left_value, g.right_value,
       g.detail, g.line, v.verdict,
       CASE WHEN :zh THEN r.title_zh ELSE r.title_en END AS meaning
  FROM found g
  LEFT JOIN rule r ON r.id = g.rule
  LEFT JOIN verdict_now v ON v.fingerprint = g.fingerprint
 WHERE g.filing = :filing
 ORDER BY CASE g.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1
                          WHEN 'notice' THEN 2 ELSE 3 END, g.rule, g.line,
          g.place;
