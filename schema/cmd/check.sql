-- What "nianbao check" lists: the findings about current filings.
SELECT coalesce(a.name, f.spelling) AS agency, f.year, g.rule, g.severity,
       g.place, g.left_value, g.right_value,
       CASE WHEN typeof(g.left_value) = 'real' OR
                 typeof(g.right_value) = 'real'
            THEN round(g.left_value - g.right_value, 6)
            ELSE g.left_value - g.right_value END AS delta,
       g.detail, g.line, s.path AS file, v.verdict,
       g.fingerprint AS id,
       CASE WHEN :zh THEN r.title_zh ELSE r.title_en END AS meaning
  FROM found g
  JOIN filing f ON f.id = g.filing
  JOIN source s ON s.id = f.source
  LEFT JOIN rule r ON r.id = g.rule
  LEFT JOIN agency a ON a.id = f.agency
  LEFT JOIN verdict_now v ON v.fingerprint = g.fingerprint
 WHERE f.is_current = 1
   AND (:agency IS NULL OR instr(coalesce(a.name, f.spelling), :agency) > 0)
   AND (:year_from IS NULL OR f.year >= :year_from)
   AND (:year_to IS NULL OR f.year <= :year_to)
 ORDER BY agency, f.year, f.id,
       CASE g.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1
                       WHEN 'notice' THEN 2 ELSE 3 END,
       g.rule, g.line, g.place, g.id;
