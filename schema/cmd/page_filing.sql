-- The filings, for a page.
SELECT coalesce(a.name, f.spelling) AS agency, a.level, f.year, f.form,
       q.new_requests, q.results_total,
       count(CASE x.severity WHEN 'error' THEN 1 END) AS errors,
       count(CASE x.severity WHEN 'warning' THEN 1 END) AS warnings,
       count(CASE x.severity WHEN 'notice' THEN 1 END) AS notices,
       s.path AS file
  FROM filing f
  JOIN source s ON s.id = f.source
  LEFT JOIN agency a ON a.id = f.agency
  LEFT JOIN request_sum q ON q.filing = f.id
  LEFT JOIN found x ON x.filing = f.id
 WHERE f.is_current
 GROUP BY f.id
 ORDER BY agency, f.year, f.id;
