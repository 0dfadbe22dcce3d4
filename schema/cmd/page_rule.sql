-- Findings by rule, for a page.
SELECT g.rule, count(*) AS findings, count(v.id) AS with_a_verdict,
       r.severity, CASE WHEN :zh THEN r.title_zh ELSE r.title_en END AS title
  FROM found g
  JOIN filing f ON f.id = g.filing AND f.is_current
  LEFT JOIN rule r ON r.id = g.rule
  LEFT JOIN verdict_now v ON v.fingerprint = g.fingerprint
 GROUP BY g.rule
 ORDER BY g.rule;
