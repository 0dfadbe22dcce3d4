-- Which rules are broken most, by year and level.
--
-- Filings on which each rule found something, of all filings of that year and
-- level.
--
-- :year_from  first report year
-- :year_to  last report year
-- :agency  name or spelling of one agency
-- :level  central, province, prefecture, county or township
-- :kind  government, government_office, department, vertical …
-- :parent  code of the division above, or of whom it reports to
-- :division  what the division code begins with
-- :form  ogi2021, ogi2019, stat2014 or legacy2008
WITH sel AS MATERIALIZED (
	SELECT f.id AS filing, f.year, a.level
	  FROM agency a CROSS JOIN filing f ON f.agency = a.id
	 WHERE f.is_current
	   AND (:year_from IS NULL OR f.year >= :year_from)
	   AND (:year_to IS NULL OR f.year <= :year_to)
	   AND (:agency IS NULL OR f.agency IN
	        (SELECT agency FROM agency_alias WHERE spelling = :agency
	         UNION SELECT id FROM agency WHERE name = :agency))
	   AND (:level IS NULL OR a.level = :level)
	   AND (:kind IS NULL OR a.kind = :kind)
	   AND (:parent IS NULL OR a.parent = :parent
	        OR a.reporting_parent = :parent)
	   AND (:division IS NULL
	        OR a.division_code LIKE :division || '%')
	   AND (:form IS NULL OR f.form = :form)),
n AS (SELECT year, level, count(*) AS filings FROM sel GROUP BY level, year),
hit AS (
	SELECT x.rule, x.severity, s.year, s.level, count(*) AS flagged
	  FROM (SELECT DISTINCT rule, severity, filing FROM found) x
	 CROSS JOIN sel s ON s.filing = x.filing
	 GROUP BY x.rule, x.severity, s.year, s.level)
SELECT h.year, h.level, h.rule, h.severity, r.title_zh, r.title_en,
       h.flagged, n.filings, round(1.0 * h.flagged / n.filings, 4) AS share
  FROM hit h
  JOIN rule r ON r.id = h.rule
  JOIN n ON n.year IS h.year AND n.level IS h.level
 ORDER BY h.year, h.level, h.flagged DESC, h.rule, h.severity;
