-- The list of filings, one row each, superseded ones included.
SELECT s.path, s.sha256, a.name AS agency, a.level, a.kind, a.division_code,
       f.year, f.form, f.title, f.published_on, f.is_current
  FROM filing f
  JOIN source s ON s.id = f.source
  LEFT JOIN agency a ON a.id = f.agency
 ORDER BY f.id;
