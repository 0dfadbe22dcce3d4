-- Filings by year, for a page.
SELECT f.year, count(*) AS filings,
       count(DISTINCT CASE WHEN x.errors > 0 THEN f.id END) AS with_errors,
       count(DISTINCT CASE WHEN x.warnings > 0 THEN f.id END)
           AS with_warnings,
       count(q.filing) AS with_requests_read
  FROM filing f
  LEFT JOIN (SELECT filing, count(CASE severity WHEN 'error' THEN 1 END)
                    AS errors,
                    count(CASE severity WHEN 'warning' THEN 1 END)
                    AS warnings
               FROM found GROUP BY filing) x ON x.filing = f.id
  LEFT JOIN request_sum q ON q.filing = f.id AND q.results_total IS NOT NULL
 WHERE f.is_current AND f.year IS NOT NULL
 GROUP BY f.year
 ORDER BY f.year;
